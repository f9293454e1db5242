import type { RowView, TableView } from '@unified-routing/contract'
import { labelOf } from '../ui/words.ts'

const titles: Record<string, string> = {
  case: 'Cases',
  contact: 'Customers',
  account: 'Accounts',
  lead: 'Leads',
  email: 'E-mails',
}

const singulars: Record<string, string> = {
  case: 'case',
  contact: 'customer',
  account: 'account',
  lead: 'lead',
  email: 'e-mail',
}

/** The columns that name a row, the first that a table has. */
const nameColumns = ['title', 'subject', 'fullName', 'name', 'topic'] as const

/** "Cases": a table as a list of rows. */
export function tableTitle(table: TableView): string {
  return titles[table.name] ?? table.displayName
}

/** "case": one row of a table. */
export function rowWord(table: string): string {
  return singulars[table] ?? labelOf(table).toLowerCase()
}

export function nameColumnOf(table: TableView): string | null {
  const found = nameColumns.find((name) => table.columns.some((column) => column.name === name))
  return found ?? table.columns.find((column) => column.type === 'text')?.name ?? null
}

/** What a row is called: its naming column, else its id. */
export function rowTitle(row: RowView): string {
  for (const name of nameColumns) {
    const value = row.values[name]
    if (typeof value === 'string' && value !== '') return value
  }
  return row.id
}

/** The name of a row with its id behind; rows without a name are called by the id alone. */
export function titleWithId(row: RowView): string {
  const title = rowTitle(row)
  return title === row.id ? title : `${title} (${row.id})`
}
