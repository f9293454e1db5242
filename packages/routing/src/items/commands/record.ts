import type { QueueState } from '../../assignment/queue-state.ts'
import { waitAnew } from '../../assignment/waiting.ts'
import type { Command } from '../../command.ts'
import type { Refusal } from '../../router.ts'
import { refuse } from '../../router-refusal.ts'
import type { Row } from '../../work-item.ts'
import { reachableRows } from '../../world/reachable-rows.ts'
import { recordKey } from '../../world/row-cache.ts'
import type { World } from '../../world/world.ts'
import { closeItem } from '../close-item.ts'
import { phaseOf } from '../phase.ts'
import { release } from './by-hand.ts'

type RecordCommand = Extract<Command, { type: 'completeRecord' | 'deleteRecord' | 'clearWorkedBy' }>

/** What happened to a record whose work item is open: resolved, deleted, or taken from its worker. */
export function recordChanges(world: World, { type, record }: RecordCommand): Refusal | null {
  const open = world.itemsByRecord.get(recordKey(record.table, record.id))
  if (open === undefined) {
    return refuse('recordNotRouted', `${record.table} ${record.id} has no open work item; save and route it first.`)
  }
  if (type === 'clearWorkedBy') {
    if (phaseOf(open.item) !== 'active') return refuse('wrongState', `Nobody works on ${record.table} ${record.id}.`)
    release(world, open, 'AgentClosed')
    return null
  }
  closeItem(world, open, 'ConversationClosed')
  return null
}

/** New values of rows, with what they look up now. Where a queue orders or matches its items by them, the items that
 * refer to them find their place anew. */
export function changeRows(world: World, rows: readonly Row[]): void {
  const affected = new Set(rows.flatMap((row) => [...world.rows.change(row)]))
  // A lookup may lead to a row that no open work has referred to so far.
  world.rows.lend(rows)
  for (const item of affected) {
    world.rows.keep(item, [...reachableRows(item, world.rows, world.snapshot.lookups).values()])
    const open = world.items.get(item.id)
    const queue = open?.line?.signature.queue
    if (open !== undefined && queue !== undefined && readsItems(world, queue)) waitAnew(world, open)
  }
}

function readsItems({ snapshot }: World, { prioritization, custom, settings }: QueueState): boolean {
  return prioritization !== null || custom !== null || snapshot.stages.priorityByWait.has(settings.name)
}
