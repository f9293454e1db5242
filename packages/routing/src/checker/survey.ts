import type { Configuration } from '../configuration/document.ts'
import { type QueueSettings, queueCatalog } from '../configuration/queue-settings.ts'
import { type RepresentativeSettings, representativeCatalog } from '../configuration/representative-settings.ts'
import { type WorkstreamSettings, workstreamCatalog } from '../configuration/workstream-settings.ts'
import type { Calendars } from '../hours/calendar.ts'
import { type RuleScope, type RuleScopes, ruleScopes } from '../rules/scope.ts'
import type { QueueName, WorkstreamName } from '../vocabulary.ts'
import { EFFORT_MAX, type Proof } from './implication.ts'
import { type QueueMove, queueMoves } from './queue-moves.ts'

/** What every check looks at: the document, its settings with defaults in place, and the ways between queues. */
export interface Survey {
  readonly configuration: Configuration
  readonly calendars: Calendars | null
  readonly queues: ReadonlyMap<QueueName, QueueSettings>
  /** In the order of the document, so that the index is that of the path. */
  readonly workstreams: readonly WorkstreamSettings[]
  readonly people: ReadonlyMap<string, RepresentativeSettings>
  readonly scopes: RuleScopes
  /** By the queue they begin at. */
  readonly moves: ReadonlyMap<QueueName, readonly QueueMove[]>
  readonly proofIn: (scope: RuleScope) => Proof
}

export function surveyOf(configuration: Configuration, calendars: Calendars | null): Survey {
  const queues = queueCatalog(configuration)
  const effort = { left: EFFORT_MAX }
  return {
    configuration,
    calendars,
    queues,
    workstreams: [...workstreamCatalog(configuration).values()],
    people: representativeCatalog(configuration),
    scopes: ruleScopes(configuration),
    moves: Map.groupBy(queueMoves(configuration, queues), ({ from }) => from),
    proofIn: (scope) => ({ scope, effort }),
  }
}

/** Where a queue stands in the document; the system's queues need not stand there. */
export function queuePath({ configuration }: Survey, queue: QueueName): string {
  const index = (configuration.queues ?? []).findIndex(({ name }) => name === queue)
  return index < 0 ? 'queues' : `queues[${index}]`
}

/** Members who can be given work automatically. */
export function bookableMembers(survey: Survey, queue: QueueName): readonly RepresentativeSettings[] {
  const members = survey.queues.get(queue)?.members ?? []
  return members.flatMap((name) => {
    const person = survey.people.get(name)
    return person?.bookable === true ? [person] : []
  })
}

/** Names as a sentence lists them: "A, B and C". */
export function listed(names: Iterable<QueueName | WorkstreamName>): string {
  const quoted = [...new Set(names)].map((name) => `'${name}'`)
  const last = quoted.pop() ?? ''
  return quoted.length === 0 ? last : `${quoted.join(', ')} and ${last}`
}
