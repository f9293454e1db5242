import { AppError, type TableView } from '@unified-routing/contract'
import type { TableDefinition } from '@unified-routing/routing'
import type { Catalogs } from '../catalogs.ts'

export function viewTable(table: TableDefinition, catalogs: Catalogs): TableView {
  return {
    name: table.name,
    displayName: table.displayName,
    columns: [...table.columns.values()].map((column) => ({
      name: column.name,
      type: column.type,
      choices: column.choices ?? null,
      target: column.target ?? null,
      required: column.required ?? false,
    })),
    queueEnabled: table.queueEnabled,
    routeOnCreate: catalogs.routedOnCreate.has(table.name),
  }
}

export function requireTable(name: string, catalogs: Catalogs): TableDefinition {
  const table = catalogs.tables.get(name)
  if (table === undefined)
    throw new AppError('notFound', `There is no table ${name}; list the tables to see which there are.`)
  return table
}
