import { AppError, type RowView } from '@unified-routing/contract'
import type { RowKey } from '@unified-routing/routing'
import type { Services } from '../services.ts'
import { viewRow } from '../views/row-view.ts'

/** A row as it is stored now, with its ETag; notFound when there is none. */
export async function readSavedRow(key: RowKey, { reads }: Services): Promise<{ body: RowView; version: number }> {
  const row = await reads.row(key)
  if (row === null) throw new AppError('notFound', `There is no row ${key.id} in ${key.table}.`)
  return { body: viewRow(row), version: row.version }
}
