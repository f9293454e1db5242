import { startWaiting } from '../assignment/waiting.ts'
import { restoreBlocks } from '../capacity/wrap-up-block.ts'

import { participantsOf, transferOffer } from '../items/stages.ts'
import type { RouterState } from '../router.ts'
import { dueChanged } from '../timers/next-timer.ts'
import type { Instant } from '../vocabulary.ts'
import type { Row } from '../work-item.ts'
import type { OpenItem } from '../world/open-item.ts'
import { openItem } from '../world/open-item.ts'
import { hold } from '../world/person.ts'
import { reachableRows } from '../world/reachable-rows.ts'
import { recordKey } from '../world/row-cache.ts'
import type { World } from '../world/world.ts'
import { refreshWorkingHours } from './start-clock.ts'

/** Puts the state that the store kept back into a router, so that it goes on as if it had never stopped. */
export function restore(world: World, state: RouterState, rows: readonly Row[]): void {
  world.now = lastInstant(state)
  restoreBlocks(world)
  const open = state.workItems
    .filter(({ state: itemState }) => itemState !== 'Closed')
    .map((item) => openItem({ ...item }))
  world.rows.lend(rows)
  for (const each of open) {
    world.items.set(each.item.id, each)
    keepRows(world, each)
  }
  for (const each of inOrderOfAssignment(open)) holdAgain(world, each)
  refreshWorkingHours(world)
  for (const each of open) {
    if (each.item.state === 'Open') startWaiting(world, each)
    dueChanged(world, each)
  }
  world.rows.settleLoans()
}

function holdAgain(world: World, open: OpenItem): void {
  const { session } = open.item
  if (session !== null) holdBy(world, session.representative, open)
  const offered = transferOffer(open.item)
  if (offered !== null) holdBy(world, offered.representative, open)
  for (const { representative } of participantsOf(open.item)) holdBy(world, representative, open)
}

function holdBy(world: World, representative: string, open: OpenItem): void {
  const person = world.people.get(representative)
  if (person !== undefined) hold(person, open)
}

function inOrderOfAssignment(open: readonly OpenItem[]): readonly OpenItem[] {
  const heldSince = ({ item }: OpenItem) => item.session?.offeredAt ?? 0
  return open.toSorted(
    (left, right) => heldSince(left) - heldSince(right) || left.item.orderSequence - right.item.orderSequence,
  )
}

/** Everything a rule about the item can reach, along lookups, among the rows at hand. */
function keepRows(world: World, open: OpenItem): void {
  const { item } = open
  if (item.record !== null) world.itemsByRecord.set(recordKey(item.record.table, item.record.id), open)
  const reachable = reachableRows(item, world.rows, world.snapshot.lookups)
  if (reachable.size > 0) world.rows.keep(item, [...reachable.values()])
}

/** The latest instant that the state remembers. */
function lastInstant({ workItems, representatives }: RouterState): Instant {
  let last = 0
  for (const { changedAt } of workItems) last = Math.max(last, changedAt)
  for (const { presenceChangedAt, lastReleaseAt } of representatives) {
    last = Math.max(last, presenceChangedAt, lastReleaseAt ?? 0)
  }
  return last
}
