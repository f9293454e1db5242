import { cutPage, isCount, PAGE_SIZE_DEFAULT, readCursor, writeCursor } from '../cursors.ts'
import type { Handler } from '../handler.ts'
import { requireVisibleWorkItem } from '../policies.ts'
import { viewMessage } from '../views/message-view.ts'

export const listMessages: Handler<'listMessages'> = async ({ params, query, caller }, services) => {
  await requireVisibleWorkItem(params.id, caller, services)
  const limit = query.limit ?? PAGE_SIZE_DEFAULT
  const order = `messages ${params.id}`
  const after = Number(readCursor(query.cursor, order, isCount)?.value ?? 0)
  const [found, receipt] = await Promise.all([
    services.reads.messages({ workItem: params.id, after, limit: limit + 1 }),
    services.reads.receipt(params.id),
  ])
  const { items, nextCursor } = cutPage(found, limit, ({ id, number }) => writeCursor({ value: number, id }, order))
  return { body: { items: items.map((message) => viewMessage(message, receipt)), nextCursor } }
}
