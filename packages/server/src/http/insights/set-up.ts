import type { SetUpView } from '@unified-routing/contract'
import type { Configuration, QueueType } from '@unified-routing/routing'

export interface SetUpFacts {
  readonly document: Configuration
  readonly isRoutingOn: boolean
  /** Whether anything was ever routed. */
  readonly hasWork: boolean
}

type Path = SetUpView['paths'][number]
type Step = Path['steps'][number]

/** Both ways of setting up, with what is done judged by the facts; nobody ticks anything off. */
export function setUpOf(facts: SetUpFacts): SetUpView {
  const paths: Path[] = [
    { key: 'records', title: 'Records', steps: recordSteps(facts) },
    { key: 'channels', title: 'Channels', steps: channelSteps(facts) },
  ]
  const tryOut = facts.hasWork ? [] : paths.slice(0, 1).map((path) => ({ path: path.key, step: 'tryOut' }))
  const [records, channels] = paths.map((path) =>
    path.steps.filter(({ done, optional }) => !done && !optional).map(({ key }) => ({ path: path.key, step: key })),
  )
  return { paths, next: [...(records ?? []), ...tryOut, ...(channels ?? [])][0] ?? null }
}

function recordSteps({ document, isRoutingOn, hasWork }: SetUpFacts): Step[] {
  const queues = queuesWithPeople(document, ['record'])
  const types = document.recordTypes ?? []
  const workstreams = (document.workstreams ?? []).filter(({ type }) => type === 'record')
  const rules = types.flatMap(({ intakeRules }) => intakeRules)
  return [
    step('unifiedRouting', {
      title: 'Turn on unified routing',
      text: 'Consent, licences and provisioning in one place.',
      done: isRoutingOn,
      fact: isRoutingOn ? 'On' : 'Off',
      place: 'unifiedRouting',
    }),
    usersStep(document),
    step('queues', {
      title: 'Create record queues and add users',
      text: 'A queue collects records for the people who may take them.',
      done: queues > 0,
      fact: counted(queues, 'record queue with members', 'record queues with members'),
      place: 'queues',
    }),
    step('recordTypes', {
      title: 'Configure a record for routing',
      text: 'Says which tables are routed, such as cases.',
      done: types.length > 0,
      fact: counted(types.length, 'table is routed', 'tables are routed'),
      place: 'recordRouting',
    }),
    step('workstream', {
      title: 'Create a record workstream and an intake rule to it',
      text: 'The intake rule takes records in; the workstream gives them to queues.',
      done: workstreams.length > 0 && rules.length > 0,
      fact: `${counted(workstreams.length, 'workstream', 'workstreams')}, ${counted(rules.length, 'intake rule', 'intake rules')}`,
      place: workstreams.length > 0 ? 'recordRouting' : 'workstreams',
    }),
    step('diagnostics', {
      title: 'Look at routing diagnostics',
      text: 'They record every decision from the moment unified routing is on.',
      done: isRoutingOn,
      fact: isRoutingOn ? 'Every decision is recorded' : 'Nothing is recorded while unified routing is off',
      place: 'diagnostics',
    }),
    step('tryOut', {
      title: 'Try it out: create a case and press Save & Route',
      text: 'The first record shows whether the way is whole.',
      done: hasWork,
      fact: hasWork ? 'Work has been routed' : 'Nothing has been routed yet',
      place: 'cases',
      optional: true,
    }),
    ...optionalSteps(document),
  ]
}

function channelSteps({ document }: SetUpFacts): Step[] {
  const kinds: readonly QueueType[] = ['messaging', 'voice']
  const workstreams = (document.workstreams ?? []).filter(({ type }) => type !== 'record')
  const queues = queuesWithPeople(document, kinds)
  const routed = workstreams.filter(({ routeToQueue }) => (routeToQueue?.rules.length ?? 0) > 0).length
  const assigning = (document.queues ?? []).filter(
    ({ type, assignment, members = [] }) => kinds.includes(type) && assignment !== undefined && members.length > 0,
  ).length
  return [
    usersStep(document),
    step('workstream', {
      title: 'Create a workstream for a channel',
      text: 'Chat, messages or calls, with how they are offered.',
      done: workstreams.length > 0,
      fact: counted(workstreams.length, 'workstream', 'workstreams'),
      place: 'workstreams',
    }),
    step('queues', {
      title: 'Create queues and add users',
      text: 'Conversations wait in a queue of their kind.',
      done: queues > 0,
      fact: counted(queues, 'queue with members', 'queues with members'),
      place: 'queues',
    }),
    step('routingRules', {
      title: 'Write routing rules',
      text: 'Which conversation goes to which queue.',
      done: routed > 0,
      fact: counted(routed, 'workstream with routing rules', 'workstreams with routing rules'),
      place: 'workstreams',
    }),
    step('assignmentRules', {
      title: 'Choose how queues assign',
      text: 'Highest capacity, round robin, least active, or rules of your own.',
      done: assigning > 0,
      fact: counted(assigning, 'queue with a method of its own', 'queues with a method of their own'),
      place: 'queues',
    }),
    ...optionalSteps(document),
    step('operatingHours', {
      title: 'Set operating hours',
      text: 'Outside them, work overflows as the queue says.',
      done: (document.operatingHours ?? []).length > 0,
      fact: counted((document.operatingHours ?? []).length, 'calendar', 'calendars'),
      place: 'operatingHours',
      optional: true,
    }),
  ]
}

function usersStep({ representatives = [] }: Configuration): Step {
  const count = representatives.filter(({ bookable }) => bookable !== false).length
  return step('users', {
    title: 'Create users and make them bookable resources',
    text: 'Only bookable resources are given work.',
    done: count > 0,
    fact: counted(count, 'bookable resource', 'bookable resources'),
    place: 'users',
  })
}

function optionalSteps({ skills = [], capacityProfiles = [] }: Configuration): Step[] {
  return [
    step('skills', {
      title: 'Define skills',
      text: 'Work that asks for a skill goes to those who have it.',
      done: skills.length > 0,
      fact: counted(skills.length, 'skill', 'skills'),
      place: 'skills',
      optional: true,
    }),
    step('capacityProfiles', {
      title: 'Define capacity profiles',
      text: 'How much of each kind of work somebody has at a time.',
      done: capacityProfiles.length > 0,
      fact: counted(capacityProfiles.length, 'capacity profile', 'capacity profiles'),
      place: 'capacityProfiles',
      optional: true,
    }),
  ]
}

/** Queues that an administrator made and put somebody into, directly or through a group. */
function queuesWithPeople({ queues = [], userGroups = [] }: Configuration, types: readonly QueueType[]): number {
  const grouped = new Set(userGroups.flatMap((group) => (group.members.length > 0 ? (group.queues ?? []) : [])))
  return queues.filter(
    ({ type, name, members = [] }) => types.includes(type) && (members.length > 0 || grouped.has(name)),
  ).length
}

function step(key: string, parts: Omit<Step, 'key' | 'optional'> & { readonly optional?: boolean }): Step {
  return { optional: false, ...parts, key }
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
