import type { Configuration, Playbook } from '../configuration/document.ts'
import { durationMs } from '../configuration/duration.ts'
import { setStage } from '../items/stages.ts'
import { compileBranches } from '../queueing/playbook-branches.ts'
import { activePlaybooks } from '../queueing/playbook-queues.ts'
import type { Facts } from '../rules/facts.ts'
import type { RuleScope } from '../rules/scope.ts'
import type { DurationMs, Instant, QueueName, RepresentativeName } from '../vocabulary.ts'
import type { WorkItem } from '../work-item.ts'
import type { World } from '../world/world.ts'
import { factsOf } from './item-facts.ts'

type ExpertPlaybook = Extract<Playbook, { kind: 'expert' }>

/** Whom a queue asks before its own method. */
export interface Experts {
  /** Of the first branch whose condition the item meets; null: nobody. */
  precedenceFor(facts: Facts): Precedence | null
}

interface Precedence {
  readonly order: readonly ('preferred' | 'previous')[]
  readonly recencyMs: DurationMs
}

const nobody: readonly RepresentativeName[] = []

/** The active expert playbook of each queue. */
export function compileExperts(
  configuration: Configuration,
  queues: readonly QueueName[],
  scope: RuleScope,
): ReadonlyMap<QueueName, Experts> {
  const compiled = new Map<QueueName, Experts>()
  for (const [{ branches, otherwise }, served] of activePlaybooks(configuration, 'expert', queues)) {
    const byDefault = otherwise === undefined ? null : precedenceFrom(otherwise)
    const precedenceFor = compileBranches(branches, precedenceFrom, { otherwise: byDefault, scope })
    for (const queue of served) compiled.set(queue, { precedenceFor })
  }
  return compiled
}

/** Notes, as the item comes to its queue, who served its customer last: whoever does so later is no expert for it. */
export function notePreviousExpert(world: World, item: WorkItem): void {
  if (item.customer === null || !world.snapshot.stages.experts.has(item.queue ?? '')) return
  if (previousExpert(item) !== null) return
  const { representative = null, at = 0 } = world.served.get(item.customer) ?? {}
  setStage(item, 'expert', { stay: item.queuedAt, representative, at })
  world.changes.workItems.add(item)
}

/** The experts for an item in its queue, first choice first. Conditions and recency are judged as of its entry. */
export function expertsFor(world: World, item: WorkItem): readonly RepresentativeName[] {
  const { customer, queuedAt } = item
  if (customer === null || queuedAt === null) return nobody
  const experts = world.snapshot.stages.experts.get(item.queue ?? '')
  const precedence = experts?.precedenceFor({ ...factsOf(world, item), now: queuedAt }) ?? null
  if (precedence === null) return nobody
  const previous = previousExpert(item)
  const isRecent = previous !== null && queuedAt - previous.at <= precedence.recencyMs
  return precedence.order.flatMap((source) => {
    if (source === 'preferred') return world.snapshot.preferred.get(customer) ?? nobody
    return isRecent && previous.representative !== null ? [previous.representative] : nobody
  })
}

function precedenceFrom({ order, recency }: NonNullable<ExpertPlaybook['otherwise']>): Precedence {
  return { order, recencyMs: durationMs(recency) }
}

interface ExpertStage {
  readonly stay: Instant
  readonly representative: RepresentativeName | null
  readonly at: Instant
}

/** What was noted at the entry of the present stay; null: nothing yet. */
function previousExpert(item: WorkItem): ExpertStage | null {
  const { expert } = item.stages
  return isExpertStage(expert) && expert.stay === item.queuedAt ? expert : null
}

function isExpertStage(value: unknown): value is ExpertStage {
  return typeof value === 'object' && value !== null && 'stay' in value && 'representative' in value && 'at' in value
}
