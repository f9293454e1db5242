import type { Handler } from '../handler.ts'
import { requireTable, viewTable } from '../rows/table-view.ts'

export const getTable: Handler<'getTable'> = async ({ params }, services) => {
  const catalogs = services.catalogs()
  return { body: viewTable(requireTable(params.table, catalogs), catalogs) }
}
