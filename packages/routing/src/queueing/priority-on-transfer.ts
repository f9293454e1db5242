import { factsOf } from '../assignment/item-facts.ts'
import type { Configuration } from '../configuration/document.ts'
import type { Facts } from '../rules/facts.ts'
import type { RuleScope } from '../rules/scope.ts'
import type { QueueName } from '../vocabulary.ts'
import { recordItem } from '../world/journal.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { World } from '../world/world.ts'
import { compileBranches } from './playbook-branches.ts'
import { activePlaybooks } from './playbook-queues.ts'
import { raisedScore } from './priority-score.ts'

/** What a transfer into a queue adds to the score of an item; null: nothing. */
export type PriorityOnTransfer = (facts: Facts) => number | null

/** The active playbook of each queue that items may be transferred to. */
export function compilePriorityOnTransfer(
  configuration: Configuration,
  queues: readonly QueueName[],
  scope: RuleScope,
): ReadonlyMap<QueueName, PriorityOnTransfer> {
  const compiled = new Map<QueueName, PriorityOnTransfer>()
  for (const [playbook, served] of activePlaybooks(configuration, 'priorityOnTransfer', queues)) {
    const otherwise = playbook.otherwise?.add ?? null
    const increment = compileBranches(playbook.branches, ({ add }) => add, { otherwise, scope })
    for (const queue of served) compiled.set(queue, increment)
  }
  return compiled
}

/** Raises the score of an item that is transferred to the queue, once. Queues with prioritization rules do not. */
export function raiseOnTransfer(world: World, open: OpenItem, queue: QueueName): void {
  const { item } = open
  const { stages } = world.snapshot
  if ((stages.prioritization.get(queue) ?? null) !== null) return
  const facts = factsOf(world, item)
  const add = stages.priorityOnTransfer.get(queue)?.({ ...facts, item: { ...item, queue } }) ?? 0
  const score = raisedScore(item.priorityScore, add)
  if (score === item.priorityScore) return
  item.priorityScore = score
  const { skills, attributes, priorityScore } = item
  recordItem(world, open, { type: 'workItem.requirementsChanged', skills, attributes, priorityScore })
}
