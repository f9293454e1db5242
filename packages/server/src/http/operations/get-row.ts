import type { Handler } from '../handler.ts'
import { readSavedRow } from '../rows/saved-row.ts'
import { requireTable } from '../rows/table-view.ts'

export const getRow: Handler<'getRow'> = async ({ params }, services) => {
  requireTable(params.table, services.catalogs())
  return readSavedRow(params, services)
}
