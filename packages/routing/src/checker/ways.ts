import type { Condition, RouteToQueueRule } from '../configuration/document.ts'
import type { WorkstreamSettings } from '../configuration/workstream-settings.ts'
import type { QueueName } from '../vocabulary.ts'
import { implies, isAlways } from './implication.ts'
import type { Survey } from './survey.ts'

const always: Condition = { all: [] }

/** The queues that work of a workstream can be put into by its rules or its fallback, as far as overflow leaves it there.
 *
 * `given` is known to hold for the work: rules after one that it certainly meets are out of reach. */
export function queuesRouted(survey: Survey, workstream: WorkstreamSettings, given = always): ReadonlySet<QueueName> {
  const rules = workstream.routeToQueue?.rules ?? []
  const proof = survey.proofIn(survey.scopes.workstream(workstream.name))
  const certain = rules.findIndex(({ when }) => implies(given, when, proof))
  const hitsFirst = workstream.routeToQueue?.hitPolicy === 'first'
  // With "all", a later rule serves when the queue of the certain one overflows.
  const isLast =
    certain >= 0 && (hitsFirst || !rules.slice(certain, certain + 1).some((rule) => mayOverflow(survey, rule)))
  const possible = isLast ? rules.slice(0, certain + 1) : rules
  const routed = possible.flatMap((rule) => targetsOf(rule, workstream))
  return new Set(certain >= 0 ? routed : [...routed, workstream.fallbackQueue])
}

/** Queues that some work of the rule is certainly put into: wherever rules lead, when all work meets it, and where the
 * first rule leads that such work meets. */
export function queuesCertain(
  survey: Survey,
  workstream: WorkstreamSettings,
  { rule: { when }, isFirst }: { readonly rule: { readonly when: Condition }; readonly isFirst: boolean },
): ReadonlySet<QueueName> {
  if (!isFirst) return new Set()
  if (isAlways(when)) return queuesRouted(survey, workstream)
  const proof = survey.proofIn(survey.scopes.workstream(workstream.name))
  const met = workstream.routeToQueue?.rules.find((rule) => implies(when, rule.when, proof))
  return new Set(met === undefined ? [] : targetsOf(met, workstream))
}

/** The queues of the rules and the fallback, and every queue that overflow can move the work on to. */
export function queuesReached(survey: Survey, workstream: WorkstreamSettings, given = always): ReadonlySet<QueueName> {
  return followMoves(survey, queuesRouted(survey, workstream, given))
}

/** The queues, and those that overflow leads to from them. */
export function followMoves({ moves }: Survey, start: Iterable<QueueName>): ReadonlySet<QueueName> {
  const reached = new Set(start)
  // The set grows while it is walked; members already there end the walk.
  for (const queue of reached) for (const { to } of moves.get(queue) ?? []) reached.add(to)
  return reached
}

/** Where a rule puts work; a rule without a queue means the fallback. */
export function targetsOf(
  { queue, allocation }: RouteToQueueRule,
  { fallbackQueue }: WorkstreamSettings,
): readonly QueueName[] {
  if (allocation === undefined) return [queue ?? fallbackQueue]
  return Object.entries(allocation).flatMap(([name, percentage]) => (percentage > 0 ? [name] : []))
}

/** Whether overflow before queueing can ever turn work of the rule away. */
export function mayOverflow(survey: Survey, rule: RouteToQueueRule): boolean {
  const names = rule.allocation === undefined ? [rule.queue ?? ''] : Object.keys(rule.allocation)
  return names.some((name) => {
    const queue = survey.queues.get(name)
    const own = rule.overflow?.[name]
    return queue?.operatingHours !== null || (own ?? queue.beforeQueueOverflow).length > 0
  })
}
