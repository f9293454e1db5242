import type { RowView } from '@unified-routing/contract'
import type { StoredRow } from '../../store/reads.ts'
import { isoInstant } from './instants.ts'

export function viewRow(row: StoredRow): RowView {
  return {
    table: row.table,
    id: row.id,
    values: row.values,
    active: row.active,
    version: row.version,
    businessUnit: row.businessUnit,
    createdAt: isoInstant(row.createdAt),
    changedAt: isoInstant(row.changedAt),
    workItem: row.workItem,
  }
}
