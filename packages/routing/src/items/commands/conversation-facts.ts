import type { Refusal } from '../../router.ts'
import { refuse } from '../../router-refusal.ts'
import type { RowKey } from '../../work-item.ts'
import { recordItem } from '../../world/journal.ts'
import type { OpenItem } from '../../world/open-item.ts'
import type { World } from '../../world/world.ts'
import { setStage } from '../stages.ts'

/** Notes what a conversation is about. It changes nothing about who may take it, nor when it closes by itself. */
export function linkRecord(world: World, open: OpenItem, record: RowKey | null): Refusal | null {
  const refusal = isRecord(open)
  if (refusal !== null) return refusal
  setStage(open.item, 'linkedRecord', record)
  recordItem(world, open, { type: 'workItem.linked', record })
  return null
}

/** Notes how a conversation turned out, in place of what was noted before. */
export function setDispositions(world: World, open: OpenItem, dispositions: readonly string[]): Refusal | null {
  const refusal = isRecord(open)
  if (refusal !== null) return refusal
  setStage(open.item, 'dispositions', dispositions.length === 0 ? null : dispositions)
  recordItem(world, open, { type: 'workItem.dispositionsSet', dispositions })
  return null
}

function isRecord({ item }: OpenItem): Refusal | null {
  if (item.kind === 'conversation') return null
  return refuse('notAllowedForChannel', `${item.id} is a record; its columns say what it is about and how it ended.`)
}
