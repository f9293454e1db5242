import { waitAnew } from '../../assignment/waiting.ts'
import type { Command } from '../../command.ts'
import type { Refusal } from '../../router.ts'
import { refuse } from '../../router-refusal.ts'
import type { Row } from '../../work-item.ts'
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

/** New values of rows. Where a queue orders or matches its items by them, the items that refer to them find their place anew. */
export function changeRows(world: World, rows: readonly Row[]): void {
  for (const row of rows) {
    for (const item of world.rows.change(row)) {
      const open = world.items.get(item.id)
      const queue = open?.line?.signature.queue
      if (open === undefined || queue === undefined) continue
      if (queue.prioritization !== null || queue.custom !== null) waitAnew(world, open)
      else if (world.snapshot.stages.priorityByWait.has(queue.settings.name)) waitAnew(world, open)
    }
  }
}
