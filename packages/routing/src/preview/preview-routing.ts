import { factsOf } from '../assignment/item-facts.ts'
import type { Requirements, RulesetTrace } from '../classification/classify.ts'
import type { AssignmentMethod } from '../configuration/document.ts'
import type { EventBody, RoutingEvent, RuleTrace } from '../event.ts'
import { candidatesOf } from '../explain/candidates.ts'
import { decideIntake } from '../intake/intake.ts'
import { createItem, type NewItem } from '../items/create-item.ts'
import { runStages } from '../items/run-stages.ts'
import { isNewcomer } from '../items/stages.ts'
import { overflowUnassigned } from '../queueing/give-out.ts'
import { startClock } from '../recovery/start-clock.ts'
import type { Candidate } from '../router.ts'
import type { ClosureReason, Instant, Literal, QueueName, WorkstreamName } from '../vocabulary.ts'
import type { Row, WorkItem } from '../work-item.ts'
import { createWorld, type RouterInput } from '../world/create-world.ts'
import type { OpenItem } from '../world/open-item.ts'
import { refreshPerson } from '../world/refresh-person.ts'
import type { World } from '../world/world.ts'
import { type PresentPerson, takeOver } from './present-people.ts'
import { traceChoice } from './trace-choice.ts'

/** What is to be tried, and what is known of the present. */
export interface PreviewInput extends Pick<RouterInput, 'configuration' | 'calendars'> {
  readonly now: Instant
  readonly subject: PreviewSubject
  /** The rows that the subject refers to, along lookups. */
  readonly rows: readonly Row[]
  readonly people: readonly PresentPerson[]
  /** Items that wait, by queue. */
  readonly waiting: Readonly<Record<QueueName, number>>
}

export type PreviewSubject =
  /** `workstream`: the one to go through, whatever intake would have chosen. */
  | { readonly kind: 'record'; readonly row: Row; readonly workstream?: WorkstreamName }
  | {
      readonly kind: 'conversation'
      readonly workstream: WorkstreamName
      readonly customer: string | null
      readonly context: Readonly<Record<string, Literal>>
    }

/** The way of one item through the stages, as far as its assignment, and who would be asked. */
export interface Preview {
  /** Records only. */
  readonly intake: {
    readonly rules: readonly RuleTrace[]
    readonly workstream: WorkstreamName | null
    readonly error: string | null
  } | null
  /** Null: no intake rule is met, and nothing is routed. */
  readonly way: PreviewedWay | null
}

export interface PreviewedWay extends Requirements {
  readonly workstream: WorkstreamName
  readonly units: number
  readonly rulesets: readonly RulesetTrace[]
  readonly route: Extract<EventBody, { type: 'workItem.routedToQueue' }> & { readonly queue: QueueName | null }
  readonly overflows: readonly Extract<EventBody, { type: 'workItem.overflowed' }>[]
  /** Where it waits in the end. */
  readonly queue: QueueName | null
  /** How the queue chooses; null: it has left every queue. */
  readonly method: AssignmentMethod['method'] | null
  /** Why it ended before anybody was asked; null: it waits. */
  readonly closed: ClosureReason | null
  readonly prioritization: readonly RuleTrace[]
  /** Selection criteria of a queue with rulesets of its own. */
  readonly selection: readonly RuleTrace[]
  /** Members of the queue, in the order in which they would be asked. */
  readonly candidates: readonly Candidate[]
}

/** Says what a configuration would do with an item now, by the router's own stages; nothing is given to anybody.
 *
 * Limits: turns, shares and average waits begin anew, because only the store remembers them. */
export function previewRouting(input: PreviewInput): Preview {
  const { configuration, calendars, now, subject, rows, waiting } = input
  const world = createWorld({ configuration, calendars, configurationVersion: 0 })
  world.context = { now, random: () => 0, newId: () => 'preview' }
  world.rows.lend(subject.kind === 'record' ? [...rows, subject.row] : rows)
  startClock(world, now)
  for (const present of input.people) {
    const person = world.people.get(present.name)
    if (person === undefined) continue
    takeOver(world, person, present)
    refreshPerson(world, person)
  }
  for (const [name, count] of Object.entries(waiting)) {
    const queue = world.queues.get(name)
    if (queue !== undefined) queue.waiting = count
  }
  world.journal.events = []
  return subject.kind === 'record' ? previewRecord(world, subject) : previewConversation(world, subject)
}

function previewRecord(world: World, subject: Extract<PreviewSubject, { kind: 'record' }>): Preview {
  const { row } = subject
  const intake = world.snapshot.stages.intake.get(row.table)
  const facts = { now: world.now, rows: world.rows, record: row, item: null, workstream: null, representative: null }
  const decision = intake === undefined ? { rules: [], workstream: null, error: null } : decideIntake(intake, facts)
  const { customer } = row.values
  const way = previewWay(world, subject.workstream ?? decision.workstream, {
    record: { table: row.table, id: row.id },
    customer: typeof customer === 'string' ? customer : null,
    context: {},
  })
  return { intake: decision, way }
}

function previewConversation(world: World, subject: Extract<PreviewSubject, { kind: 'conversation' }>): Preview {
  const { workstream, customer, context } = subject
  return { intake: null, way: previewWay(world, workstream, { record: null, customer, context }) }
}

function previewWay(
  world: World,
  workstreamName: WorkstreamName | null,
  about: Pick<NewItem, 'record' | 'customer' | 'context'>,
): PreviewedWay | null {
  const workstream = world.snapshot.workstreams.get(workstreamName ?? '')
  if (workstream === undefined) return null
  const open = createItem(world, { id: 'preview', workstream, inheritedSkills: {}, ...about })
  runStages(world, open)
  // A playbook may send on, queue by queue, what nobody can take; it never leads back.
  while (isNewcomer(open.item) && !candidatesOf(world, open).some(({ eligible }) => eligible)) {
    overflowUnassigned(world, open)
  }
  return wayOf(world, open)
}

function wayOf(world: World, open: OpenItem): PreviewedWay | null {
  const { item } = open
  const { events } = world.journal
  const route = events.find((event) => event.type === 'workItem.routedToQueue')
  if (route === undefined) return null
  return {
    ...requirementsOf(item),
    workstream: item.workstream,
    units: item.units,
    rulesets: events.find((event) => event.type === 'workItem.classified')?.rulesets ?? [],
    route,
    overflows: events.filter(isOverflow),
    queue: item.queue,
    method: world.queues.get(item.queue ?? '')?.settings.assignment.method ?? null,
    closed: item.state === 'Closed' ? (item.closureReason ?? 'ConversationClosed') : null,
    ...traceChoice(world, item, factsOf(world, item)),
    candidates: item.state === 'Open' ? candidatesOf(world, open) : [],
  }
}

function requirementsOf({ skills, capacityProfiles, attributes, priorityScore }: WorkItem): Requirements {
  return { skills, capacityProfiles, attributes, priorityScore }
}

function isOverflow(event: RoutingEvent): event is Extract<RoutingEvent, { type: 'workItem.overflowed' }> {
  return event.type === 'workItem.overflowed'
}
