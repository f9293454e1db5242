import type { Literal, Row, RowKey } from '@unified-routing/routing'

/** A row of any table as it is stored. The version counts its changes, from 1. */
export interface VersionedRow extends Row {
  readonly version: number
  readonly createdAt: number
  readonly changedAt: number
  /** The business unit it belongs to. */
  readonly businessUnit: string
}

/** The columns of a row as a query gives them. */
export interface SelectedRow {
  readonly table_name: string
  readonly id: string
  readonly values: Readonly<Record<string, Literal>>
  readonly active: boolean
  readonly version: number
  readonly created_at: number
  readonly changed_at: number
  readonly business_unit: string
}

export function versionedRow(row: SelectedRow): VersionedRow {
  return {
    table: row.table_name,
    id: row.id,
    values: row.values,
    active: row.active,
    version: row.version,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    businessUnit: row.business_unit,
  }
}

/** A row's key as one text; tables are named like identifiers, without a slash. */
export function rowKeyText({ table, id }: RowKey): string {
  return `${table}/${id}`
}
