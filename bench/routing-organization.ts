/** The organization that the router's bench runs: its people, queues and kinds of work, at any size. */
import type { Configuration } from '../packages/routing/src/configuration/document.ts'
import type { Row, RowKey } from '../packages/routing/src/work-item.ts'

export interface Size {
  readonly representatives: number
  readonly queues: number
  readonly work: 'conversations' | 'records'
}

const SKILLS = 8
const QUEUES_PER_REPRESENTATIVE = 3

const skillNames = Array.from({ length: SKILLS }, (_, index) => `skill ${index}`)

/** What work asks for: every one of eight skills or two of them, as ordered pairs, 64 kinds of work in all. */
const skillSets = skillNames.flatMap((one) => skillNames.map((other) => ({ [one]: null, [other]: null })))

/** Where the nth conversation goes: through the queues in turn, and in each through the skill sets in turn. */
export function workstreamOf(n: number, { queues }: Size): string {
  return `w${n % queues}-${Math.floor(n / queues) % skillSets.length}`
}

/** The nth case and its contact. */
export function caseOf(n: number): { readonly record: RowKey; readonly rows: readonly Row[] } {
  const record = { table: 'case', id: `k${n}` }
  const contact = `p${n % 50_000}`
  return {
    record,
    rows: [
      { ...record, values: { title: `Case ${n}`, priority: 'Normal', customer: contact }, active: true },
      { table: 'contact', id: contact, values: { fullName: `Customer ${n % 50_000}` }, active: true },
    ],
  }
}

/** Everybody has five of eight skills and is in three queues; every queue has work for each set of skills.
 *
 * Records all go to the first queue: they are there for the memory they take. */
export function configurationOf(size: Size): Configuration {
  return {
    version: 1,
    recordTypes: [{ table: 'case', intakeRules: [{ name: 'All', when: { all: [] }, workstream: 'w0-0' }] }],
    skillTypes: ['Any'],
    skills: skillNames.map((name) => ({ name, type: 'Any' })),
    ...people(size),
    workstreams: workstreams(size),
  }
}

function people({ representatives, queues, work }: Size): Required<Pick<Configuration, 'representatives' | 'queues'>> {
  const members = Math.floor((representatives * QUEUES_PER_REPRESENTATIVE) / queues)
  return {
    representatives: Array.from({ length: representatives }, (_, index) => {
      const held = skillNames.filter((_name, skill) => (index * 3 + skill * 5) % SKILLS < 5)
      return { name: `r${index}`, skills: Object.fromEntries(held.map((name) => [name, null])) }
    }),
    queues: Array.from({ length: queues }, (_, queue) => ({
      name: `q${queue}`,
      type: work === 'records' ? 'record' : 'messaging',
      members: Array.from({ length: members }, (_, index) => `r${(queue * 7 + index * 13) % representatives}`),
    })),
  }
}

function workstreams({ queues, work }: Size): NonNullable<Configuration['workstreams']> {
  const channel =
    work === 'records'
      ? ({ type: 'record', channel: 'record', table: 'case' } as const)
      : ({ type: 'messaging', channel: 'liveChat', wrapUp: 'dontBlock', offer: { autoAssign: true } } as const)
  return Array.from({ length: queues }, (_, queue) =>
    skillSets.map((skills, kind) => ({
      ...channel,
      name: `w${queue}-${kind}`,
      capacity: { units: 25 },
      skillMatching: 'exact' as const,
      classification: [{ name: 'Skills', rules: [{ name: 'All', when: { all: [] }, set: { skills } }] }],
      routeToQueue: { rules: [{ name: 'All', when: { all: [] }, queue: `q${queue}` }] },
    })),
  ).flat()
}
