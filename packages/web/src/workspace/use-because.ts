import { useQuery } from '@tanstack/react-query'
import type { JournalEvent, WorkItemView } from '@unified-routing/contract'
import { journalQuery } from '../data/queries.ts'

/** Why an item came to whom it came to, from its journal; null until that is read. */
export function useBecause(item: WorkItemView): string | null {
  const { data: events } = useQuery(journalQuery(item.id))
  const last = events?.findLast(
    (event): event is Given => event.type === 'workItem.offered' || event.type === 'workItem.assigned',
  )
  return last?.because ?? null
}

type Given = Extract<JournalEvent, { type: 'workItem.offered' | 'workItem.assigned' }>
