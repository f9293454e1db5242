import { AppError, type CustomerHistoryEntry, type WorkItemView } from '@unified-routing/contract'
import { CUSTOMER_TABLE } from '@unified-routing/routing'
import { cutPage, isLongNumber, PAGE_SIZE_DEFAULT, readCursor, writeCursor } from '../cursors.ts'
import type { Handler } from '../handler.ts'
import { historyReach, isReached, rowReach, workReach } from '../reach.ts'
import { isoInstant } from '../views/instants.ts'
import { viewWorkItems } from '../views/work-item-view.ts'

const NOTES_MAX = 3

export const listCustomerHistory: Handler<'listCustomerHistory'> = async ({ params, query, caller }, services) => {
  const { reads } = services
  const contact = { table: CUSTOMER_TABLE, id: params.id }
  if ((await reads.row(contact, rowReach('seeRows', caller, services))) === null)
    throw new AppError('notFound', `There is no contact ${params.id}.`)
  const limit = query.limit ?? PAGE_SIZE_DEFAULT
  const order = `history ${params.id}`
  const listed = await reads.workItems({
    states: null,
    queue: null,
    heldBy: null,
    lastRepresentative: null,
    customer: params.id,
    visibleTo: historyReach(caller, services),
    since: null,
    sort: { by: 'createdAt', descending: true },
    after: readCursor(query.cursor, order, isLongNumber),
    limit: limit + 1,
  })
  const { items, nextCursor } = cutPage(listed, limit, ({ createdAt, id }) =>
    writeCursor({ value: createdAt, id }, order),
  )
  const reach = workReach(caller, services)
  const readable = new Set(items.filter((item) => isReached(item, reach)).map(({ id }) => id))
  const views = await viewWorkItems(items, caller, services)
  const found = await reads.lastNotes({ workItems: [...readable], perItem: NOTES_MAX })
  const notes = Map.groupBy(found, ({ workItem }) => workItem)
  const entries = views.map((view) => ({
    ...entryOf(view, readable.has(view.id)),
    notes: (notes.get(view.id) ?? []).map(({ author, text, at }) => ({ author, text, at: isoInstant(at) })),
  }))
  return { body: { items: entries, nextCursor } }
}

/** That and when there was work for the customer, without what was said or typed in it. */
function entryOf(item: WorkItemView, readable: boolean): Omit<CustomerHistoryEntry, 'notes'> {
  const { id, kind, channel, workstream, title, record, state, queue, createdAt, closedAt, closureReason } = item
  const representative = item.assignedTo ?? item.lastRepresentative
  return {
    workItem: id,
    kind,
    channel,
    workstream,
    title,
    record,
    state,
    queue,
    representative,
    createdAt,
    closedAt,
    closureReason,
    readable,
  }
}
