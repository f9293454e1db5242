import { factsOf } from '../assignment/item-facts.ts'
import type { Configuration } from '../configuration/document.ts'
import { durationMs } from '../configuration/duration.ts'
import { setStage } from '../items/stages.ts'
import { compileClock, type RuleClock } from '../rules/clock.ts'
import type { Facts } from '../rules/facts.ts'
import type { RuleScope } from '../rules/scope.ts'
import type { DurationMs, Instant, QueueName } from '../vocabulary.ts'
import type { WorkItem } from '../work-item.ts'
import type { World } from '../world/world.ts'
import { compileBranches } from './playbook-branches.ts'
import { activePlaybooks } from './playbook-queues.ts'
import { PRIORITY_SCORE_MAX, raisedScore } from './priority-score.ts'

/** How the priority score of a queue's items grows while they wait. */
export interface PriorityByWait {
  /** The step of the first branch whose condition the item meets; null: its score does not grow. */
  stepFor(facts: Facts): Step | null
  /** Null: time does not change the branch of an item. */
  readonly clock: RuleClock | null
}

interface Step {
  readonly add: number
  readonly everyMs: DurationMs
}

/** The active playbook of each queue. Queues with prioritization rules have none: their rules decide. */
export function compilePriorityByWait(
  configuration: Configuration,
  queues: readonly QueueName[],
  scope: RuleScope,
): ReadonlyMap<QueueName, PriorityByWait> {
  const compiled = new Map<QueueName, PriorityByWait>()
  for (const [{ branches, otherwise }, served] of activePlaybooks(configuration, 'priorityByWait', queues)) {
    const byDefault = otherwise === undefined ? null : stepFrom(otherwise)
    const stepFor = compileBranches(branches, stepFrom, { otherwise: byDefault, scope })
    const conditions = branches.map(({ when }) => when)
    for (const queue of served) compiled.set(queue, { stepFor, clock: compileClock(conditions, scope) })
  }
  return compiled
}

/** When the score of an item grows next, while it waits for somebody or for the answer to an offer; null: it does not. */
export function scoreGrowthDue(world: World, item: WorkItem): Instant | null {
  const isOffered = item.state === 'Active' && item.session !== null && item.session.acceptedAt === null
  if ((item.state !== 'Open' && !isOffered) || item.queuedAt === null) return null
  const step = stepOf(world, item)
  if (step === null || step.add === 0 || item.priorityScore >= PRIORITY_SCORE_MAX) return null
  return lastStepAt(item, item.queuedAt) + step.everyMs
}

/** Takes one step. The caller finds the item its new place. */
export function growScore(world: World, item: WorkItem): void {
  const step = stepOf(world, item)
  if (step === null) return
  setStage(item, 'priorityByWait', { stay: item.queuedAt, at: world.now })
  item.priorityScore = raisedScore(item.priorityScore, step.add)
}

function stepOf(world: World, item: WorkItem): Step | null {
  const queue = item.queue ?? ''
  const playbook = world.snapshot.stages.priorityByWait.get(queue)
  if (playbook === undefined || (world.snapshot.stages.prioritization.get(queue) ?? null) !== null) return null
  return playbook.stepFor(factsOf(world, item))
}

function stepFrom({ add, every }: { readonly add: number; readonly every: string }): Step {
  return { add, everyMs: Math.max(durationMs(every), 1) }
}

/** When the score grew last in the present stay, at first its beginning; another queue begins anew. */
function lastStepAt(item: WorkItem, queuedAt: Instant): Instant {
  const { priorityByWait: stage } = item.stages
  if (typeof stage !== 'object' || stage === null || !('stay' in stage) || !('at' in stage)) return queuedAt
  return stage.stay === queuedAt && typeof stage.at === 'number' ? stage.at : queuedAt
}
