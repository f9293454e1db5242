import type { Handler } from '../handler.ts'
import { viewTable } from '../rows/table-view.ts'

export const listTables: Handler<'listTables'> = async (_call, services) => {
  const catalogs = services.catalogs()
  return { body: { items: [...catalogs.tables.values()].map((table) => viewTable(table, catalogs)) } }
}
