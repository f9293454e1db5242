import { badCursor, cutPage, isLongNumber, PAGE_SIZE_DEFAULT, readCursor, writeCursor } from '../cursors.ts'
import type { Handler } from '../handler.ts'
import { viewAuditEntry } from '../views/audit-view.ts'

const ORDER = 'audit'

export const listAuditEntries: Handler<'listAuditEntries'> = async ({ query }, { audit }) => {
  const { from, to, by, action, list, name, cursor, limit = PAGE_SIZE_DEFAULT } = query
  const found = await audit.list({
    from: from === undefined ? null : Date.parse(from),
    to: to === undefined ? null : Date.parse(to),
    by: by ?? null,
    action: action ?? null,
    list: list ?? null,
    name: name ?? null,
    before: readPlace(cursor),
    limit: limit + 1,
  })
  const { items, nextCursor } = cutPage(found, limit, ({ at, id }) => writeCursor({ value: at, id: String(id) }, ORDER))
  return { body: { items: items.map(viewAuditEntry), nextCursor } }
}

function readPlace(cursor: string | undefined): { at: number; id: number } | null {
  const end = readCursor(cursor, ORDER, isLongNumber)
  if (end === null) return null
  const id = Number(end.id)
  if (!isLongNumber(id)) throw badCursor()
  return { at: Number(end.value), id }
}
