import { stopWaiting } from '../assignment/waiting.ts'
import type { OverflowAction } from '../configuration/document.ts'
import { announce } from '../items/announce.ts'
import { changed, setState } from '../items/change-item.ts'
import { closeItem } from '../items/close-item.ts'
import { requestCallback, setStage } from '../items/stages.ts'
import type { QueueName } from '../vocabulary.ts'
import type { WorkItem } from '../work-item.ts'
import { recordItem } from '../world/journal.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { World } from '../world/world.ts'
import { overflowStage } from './in-queue-limit.ts'

/** A chain of overflows ends after so many queues (decisions, Queues 2). */
const HOPS_MAX = 10

/** What is to be done with an item, why, and whether it waits in the queue already. */
export interface Overflow {
  readonly trigger: string
  readonly action: OverflowAction
  readonly stage: 'beforeQueue' | 'inQueue'
}

/** Where the item is after its overflow: on the way to another queue, still in its own, or in none. */
type AfterOverflow = { readonly goesTo: QueueName } | 'stays' | 'left'

/** Carries out the action of an overflow, but for entering another queue.
 *
 * A call that is asked back keeps its place; one that leaves a message ends; one that goes to an outside number stays
 * Active with nobody of the organization. */
export function carryOutOverflow(world: World, open: OpenItem, { trigger, action, stage }: Overflow): AfterOverflow {
  const { item } = open
  const targetQueue = targetOf(action)
  recordItem(world, open, { type: 'workItem.overflowed', trigger, action: actionName(action), targetQueue })
  if (targetQueue !== null) {
    setStage(item, 'overflow', { visited: [...overflowStage(item).visited, item.queue], stay: world.now, passed: 0 })
    return { goesTo: targetQueue }
  }
  if (trigger === 'outOfOperatingHours') announce(world, open, 'outOfHours')
  if (action === 'endConversation' || action === 'voicemail') {
    if (trigger !== 'outOfOperatingHours') announce(world, open, 'overflowEnded')
    closeItem(world, open, stage === 'inQueue' ? 'InqueueOverflowEndConversation' : 'OverflowEndConversation')
    return 'left'
  }
  if (typeof action === 'object' && 'transferToNumber' in action) {
    stopWaiting(world, open)
    setStage(item, 'externalNumber', action.transferToNumber)
    setState(world, open, { to: 'Active', reason: null })
    return 'left'
  }
  if (action === 'directCallback') {
    requestCallback(item, world.now)
    changed(world, open)
  }
  return 'stays'
}

/** Whether the item would come back to a queue it has left by an overflow, or has come too far. */
export function isLoop(item: WorkItem, action: OverflowAction): boolean {
  const target = targetOf(action)
  if (target === null) return false
  const { visited } = overflowStage(item)
  return target === item.queue || visited.includes(target) || visited.length >= HOPS_MAX
}

export function actionName(action: OverflowAction): string {
  if (typeof action === 'string') return action
  return 'transferToQueue' in action ? 'transferToQueue' : 'transferToNumber'
}

/** A call that was moved into its queue is only moved on (routing.md 11.4). */
export function isRefusedToMovedCall(item: WorkItem, action: OverflowAction): boolean {
  if (item.channel !== 'voice' || typeof action === 'object') return false
  return item.transferCount > 0 || overflowStage(item).visited.length > 0
}

function targetOf(action: OverflowAction): QueueName | null {
  return typeof action === 'object' && 'transferToQueue' in action ? action.transferToQueue : null
}
