import type { Column, Configuration, Table } from './document.ts'

/** A table as rules and rows see it: built in, written in the document, or both. */
export interface TableDefinition {
  readonly name: string
  readonly displayName: string
  readonly queueEnabled: boolean
  readonly builtIn: boolean
  readonly columns: ReadonlyMap<string, Column>
  /** Built-in choice columns that the document does not name: their choices are proposals, any text may occur. */
  readonly openChoices: ReadonlySet<string>
}

export type TableCatalog = ReadonlyMap<string, TableDefinition>

/** Lookups of every built-in table that name a customer lead to this table. */
export const CUSTOMER_TABLE = 'contact'

function text(...names: readonly string[]): Column[] {
  return names.map((name) => ({ name, type: 'text' }))
}

function choice(name: string, ...choices: readonly string[]): Column {
  return { name, type: 'choice', choices: [...choices] }
}

function lookup(name: string, target: string): Column {
  return { name, type: 'lookup', target }
}

/** The tables that exist without being written down. None of their columns is required. */
export const builtInTables: readonly Table[] = [
  {
    name: 'account',
    displayName: 'Account',
    queueEnabled: false,
    columns: [
      ...text('name', 'phone', 'email', 'website', 'industry', 'city', 'country', 'language'),
      lookup('primaryContact', CUSTOMER_TABLE),
    ],
  },
  {
    name: 'contact',
    displayName: 'Contact',
    queueEnabled: false,
    columns: [
      ...text('fullName', 'firstName', 'lastName', 'email', 'phone', 'jobTitle', 'city', 'country', 'language'),
      lookup('account', 'account'),
    ],
  },
  {
    name: 'case',
    displayName: 'Case',
    queueEnabled: true,
    columns: [
      ...text('title', 'description', 'subject', 'product', 'language', 'country'),
      choice('priority', 'Low', 'Normal', 'High'),
      choice('severity', 'Low', 'Normal', 'High', 'Critical'),
      choice('status', 'Active', 'Resolved', 'Cancelled'),
      choice('origin', 'Phone', 'Email', 'Web', 'Chat'),
      choice('type', 'Question', 'Problem', 'Request'),
      { name: 'firstResponseBy', type: 'dateTime' },
      { name: 'resolveBy', type: 'dateTime' },
      lookup('customer', CUSTOMER_TABLE),
      lookup('account', 'account'),
    ],
  },
  {
    name: 'lead',
    displayName: 'Lead',
    queueEnabled: true,
    columns: [
      ...text('title', 'description', 'firstName', 'lastName', 'company', 'email', 'phone', 'country', 'language'),
      choice('rating', 'Hot', 'Warm', 'Cold'),
      choice('status', 'Open', 'Qualified', 'Disqualified'),
      choice('source', 'Advertisement', 'Referral', 'Event', 'Web', 'Other'),
      { name: 'estimatedValue', type: 'decimal' },
      lookup('customer', CUSTOMER_TABLE),
      lookup('account', 'account'),
    ],
  },
  {
    name: 'email',
    displayName: 'Email',
    queueEnabled: true,
    columns: [
      ...text('title', 'subject', 'description', 'from', 'to', 'language'),
      choice('priority', 'Low', 'Normal', 'High'),
      choice('status', 'Open', 'Completed', 'Cancelled'),
      { name: 'receivedAt', type: 'dateTime' },
      lookup('customer', CUSTOMER_TABLE),
      lookup('account', 'account'),
      lookup('regarding', 'case'),
    ],
  },
]

/** Every table of an organization by name: the built-in ones with what the document adds, then its own.
 *
 * A column named again replaces the built-in one of that name. */
export function tableCatalog(tables: Configuration['tables']): TableCatalog {
  const catalog = new Map<string, TableDefinition>()
  for (const table of builtInTables) catalog.set(table.name, define(table, undefined))
  for (const table of tables ?? []) catalog.set(table.name, define(table, catalog.get(table.name)))
  return catalog
}

function define(table: Table, base: TableDefinition | undefined): TableDefinition {
  const builtIn = builtInTables.includes(table)
  const columns = new Map(base?.columns)
  const openChoices = new Set(base?.openChoices)
  for (const column of table.columns ?? []) {
    columns.set(column.name, column)
    if (builtIn && column.type === 'choice') openChoices.add(column.name)
    else openChoices.delete(column.name)
  }
  return {
    name: table.name,
    displayName: table.displayName ?? base?.displayName ?? table.name,
    queueEnabled: table.queueEnabled ?? base?.queueEnabled ?? false,
    builtIn: base?.builtIn ?? builtIn,
    columns,
    openChoices,
  }
}
