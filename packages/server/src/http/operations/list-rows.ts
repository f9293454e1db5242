import type { Literal } from '@unified-routing/routing'
import type { RowField, StoredRow } from '../../store/reads.ts'
import { cutPage, isLongNumber, PAGE_SIZE_DEFAULT, readCursor, writeCursor } from '../cursors.ts'
import type { Handler } from '../handler.ts'
import { rowReach } from '../reach.ts'
import { readFilters, readSort } from '../rows/row-filter.ts'
import { requireTable } from '../rows/table-view.ts'
import { viewRow } from '../views/row-view.ts'

type OwnColumn = Extract<RowField, { kind: 'own' }>['column']

const SORT_DEFAULT = '-createdAt'

export const listRows: Handler<'listRows'> = async ({ params, query, caller }, services) => {
  const table = requireTable(params.table, services.catalogs())
  const sortText = query.sort ?? SORT_DEFAULT
  const sort = readSort(table, sortText)
  const filters = readFilters(table, query.filter)
  const limit = query.limit ?? PAGE_SIZE_DEFAULT
  const cursorKey = `${table.name} ${sortText}`
  const after = readCursor(query.cursor, cursorKey, (value) => isSortValue(sort.field, value))
  const reach = rowReach('seeRows', caller, services)
  const found = await services.reads.rows({ table: table.name, filters, sort, after, limit: limit + 1, reach })
  const { items, nextCursor } = cutPage(found, limit, (last) =>
    writeCursor({ value: sortValue(last, sort.field), id: last.id }, cursorKey),
  )
  return { body: { items: items.map(viewRow), nextCursor } }
}

function sortValue(row: StoredRow, field: RowField): Literal {
  return field.kind === 'own' ? row[field.column] : (row.values[field.column] ?? null)
}

function isSortValue(field: RowField, value: Literal): boolean {
  return field.kind === 'value' || isOwnValue[field.column](value)
}

const isOwnValue: Readonly<Record<OwnColumn, (value: Literal) => boolean>> = {
  id: (value) => typeof value === 'string',
  active: (value) => typeof value === 'boolean',
  createdAt: isLongNumber,
  changedAt: isLongNumber,
}
