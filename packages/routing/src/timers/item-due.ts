import { nextRingDue } from '../assignment/bullseye.ts'

import { consultDue, engagedBot, externalNumber, isCallback, transferOffer } from '../items/stages.ts'
import { inQueueOverflowDue } from '../queueing/in-queue-limit.ts'
import { scoreGrowthDue } from '../queueing/priority-by-wait.ts'
import type { Instant, WorkItemState } from '../vocabulary.ts'
import type { WorkItem } from '../work-item.ts'
import type { World } from '../world/world.ts'
import { verdictDue } from './verdict-due.ts'

/** Limit of a lost live chat connection before the customer counts as gone (runtime.md 2.5). */
export const CUSTOMER_RETURN_MS = 180_000

/** Whoever could not be called back for so long is not waiting any more (routing.md 11.5). */
const CALLBACK_MAX_MS = 7 * 86_400_000

/** A customer who says nothing to a bot for so long is gone (provisioning-channels-migration.md 3.11). */
const BOT_SILENCE_MAX_MS = 30 * 60_000

/** What time will do to a work item, in the order in which it happens when several are due at once. */
export type ItemTimer =
  | 'offer'
  | 'transferOffer'
  | 'consult'
  | 'wrapUpBlock'
  | 'customerGone'
  | 'inQueueOverflow'
  | 'scoreGrowth'
  | 'nextRing'
  | 'autoClose'

const order: readonly ItemTimer[] = [
  'offer',
  'transferOffer',
  'consult',
  'wrapUpBlock',
  'customerGone',
  'inQueueOverflow',
  'scoreGrowth',
  'nextRing',
  'autoClose',
]

/** When time next changes something about the item; null: never. */
export function itemDue(world: World, item: WorkItem): Instant | null {
  const timer = firstTimer(world, item)
  const verdict = verdictDue(world, item)
  return timer === null || verdict === null ? (timer ?? verdict) : Math.min(timer, verdict)
}

function firstTimer(world: World, item: WorkItem): Instant | null {
  let first: Instant | null = null
  for (const timer of order) {
    const due = timerDue(world, item, timer)
    if (due !== null && (first === null || due < first)) first = due
  }
  return first
}

/** The timer of the item that is due first, if that is not after the instant. */
export function dueTimer(world: World, item: WorkItem, at: Instant): ItemTimer | null {
  const first = firstTimer(world, item)
  if (first === null || first > at) return null
  return order.find((timer) => timerDue(world, item, timer) === first) ?? null
}

function timerDue(world: World, item: WorkItem, timer: ItemTimer): Instant | null {
  switch (timer) {
    case 'offer':
      return item.session === null || item.session.acceptedAt !== null ? null : item.session.offerExpiresAt
    case 'transferOffer':
      return transferOffer(item)?.offerExpiresAt ?? null
    case 'consult':
      return consultDue(item)
    case 'wrapUpBlock':
      return wrapUpBlockEnd(world, item)
    case 'customerGone':
      return customerGone(item)
    case 'inQueueOverflow':
      return inQueueOverflowDue(world, item)
    case 'scoreGrowth':
      return scoreGrowthDue(world, item)
    case 'nextRing':
      return nextRingDue(world, item)
    case 'autoClose':
      return autoClose(world, item)
  }
}

/** When a wrap-up block of custom length gives the capacity back; null: it already did, or has no end of its own. */
export function wrapUpBlockEnd(world: World, item: WorkItem): Instant | null {
  if (item.state !== 'Wrap-up' || item.capacityReleasedAt !== null || item.wrapUpStartedAt === null) return null
  const block = world.snapshot.workstreams.get(item.workstream)?.wrapUpBlock ?? 'untilClosed'
  return block === 'untilClosed' ? null : item.wrapUpStartedAt + block
}

function customerGone(item: WorkItem): Instant | null {
  if (item.customerDisconnectedAt === null) return null
  const isOver = item.state === 'Wrap-up' || item.state === 'Waiting'
  return isOver ? null : item.customerDisconnectedAt + (item.customerReturnWithinMs ?? CUSTOMER_RETURN_MS)
}

/** Counted from the last change of the item; a longer wrap-up block is waited for. While a bot has it, from what the
 * customer did last. */
function autoClose(world: World, item: WorkItem): Instant | null {
  if (item.state === 'Closed') return null
  if (engagedBot(item) !== null) return item.lastInteractionAt + BOT_SILENCE_MAX_MS
  const limit = autoCloseLimit(world, item, item.state)
  if (limit === null) return null
  const due = item.changedAt + limit
  return Math.max(due, wrapUpBlockEnd(world, item) ?? due)
}

function autoCloseLimit(world: World, item: WorkItem, state: Exclude<WorkItemState, 'Closed'>): number | null {
  const { snapshot } = world
  if (state === 'Waiting') {
    const inactivity = snapshot.workstreams.get(item.workstream)?.autoCloseAfterInactivityMs ?? null
    if (inactivity !== null) return inactivity
  }
  // A call that an outside number has taken over is in nobody's hands: it ends as a forgotten wrap-up would.
  const counted = externalNumber(item) === null ? state : 'Wrap-up'
  const limit = snapshot.organization.autoClose[item.channel][counted]
  return isCallback(item) && state === 'Open' ? Math.min(limit ?? CALLBACK_MAX_MS, CALLBACK_MAX_MS) : limit
}
