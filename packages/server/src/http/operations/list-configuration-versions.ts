import { cutPage, isCount, PAGE_SIZE_DEFAULT, readCursor, writeCursor } from '../cursors.ts'
import type { Handler } from '../handler.ts'
import { viewVersion } from '../views/version-view.ts'

const ORDER = 'versions'

export const listConfigurationVersions: Handler<'listConfigurationVersions'> = async ({ query }, { history }) => {
  const { cursor, limit = PAGE_SIZE_DEFAULT } = query
  const end = readCursor(cursor, ORDER, isCount)
  const before = end === null ? null : Number(end.value)
  const found = await history.list({ before, limit: limit + 1 })
  const { items, nextCursor } = cutPage(found, limit, ({ version }) =>
    writeCursor({ value: version, id: String(version) }, ORDER),
  )
  return { body: { items: items.map(viewVersion), nextCursor } }
}
