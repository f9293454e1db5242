import { type Configuration, tableCatalog } from '@unified-routing/routing'

/** A table as people call it. */
export function tableName(configuration: Configuration, table: string): string {
  return tableCatalog(configuration.tables).get(table)?.displayName ?? table
}
