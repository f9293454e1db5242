import { cutPage, isLongNumber, PAGE_SIZE_DEFAULT, readCursor, writeCursor } from '../cursors.ts'
import type { Handler } from '../handler.ts'
import { requireVisibleWorkItem } from '../policies.ts'
import { viewEvent } from '../views/journal-view.ts'
import { mayReadEvent } from '../views/unseen-monitors.ts'

const ORDER = 'journal'

export const listWorkItemJournal: Handler<'listWorkItemJournal'> = async ({ params, query, caller }, services) => {
  await requireVisibleWorkItem(params.id, caller, services)
  const limit = query.limit ?? PAGE_SIZE_DEFAULT
  const after = Number(readCursor(query.cursor, ORDER, isLongNumber)?.value ?? 0)
  const events = await services.reads.journal({ workItem: params.id, after, limit: limit + 1 })
  const { items, nextCursor } = cutPage(events, limit, (last) =>
    writeCursor({ value: last.sequence, id: params.id }, ORDER),
  )
  const readable = items.filter((event) => mayReadEvent(caller, event))
  return { body: { items: readable.map(viewEvent), nextCursor } }
}
