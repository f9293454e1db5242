import type { Handler } from '../handler.ts'
import { rowReach } from '../reach.ts'
import { readSavedRow } from '../rows/saved-row.ts'
import { requireTable } from '../rows/table-view.ts'

export const getRow: Handler<'getRow'> = async ({ params, caller }, services) => {
  requireTable(params.table, services.catalogs())
  return readSavedRow(params, rowReach('seeRows', caller, services), services)
}
