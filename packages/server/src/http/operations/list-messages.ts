import { badCursor, cutPage, PAGE_SIZE_DEFAULT, readCursor, writeCursor } from '../cursors.ts'
import type { Handler } from '../handler.ts'
import { requireVisibleWorkItem } from '../policies.ts'
import { viewMessage } from '../views/message-view.ts'

export const listMessages: Handler<'listMessages'> = async ({ params, query, caller }, services) => {
  await requireVisibleWorkItem(params.id, caller, services)
  const limit = query.limit ?? PAGE_SIZE_DEFAULT
  const order = `messages ${params.id}`
  const after = readCursor(query.cursor, order)?.id ?? null
  if (after !== null && (await services.reads.message(after)) === null) throw badCursor()
  const found = await services.reads.messages({ workItem: params.id, after, limit: limit + 1 })
  const { items, nextCursor } = cutPage(found, limit, (last) => writeCursor({ value: null, id: last.id }, order))
  return { body: { items: items.map(viewMessage), nextCursor } }
}
