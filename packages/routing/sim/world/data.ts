import type { Configuration } from '../../src/configuration/document.ts'
import { rowProblems } from '../../src/configuration/row-values.ts'
import { type TableCatalog, tableCatalog } from '../../src/configuration/tables.ts'
import type { Row } from '../../src/work-item.ts'

/** The organization's data rows, as the store keeps them for the server. */
export class WorldData {
  readonly #tables = new Map<string, Map<string, Row>>()
  #catalog: TableCatalog

  constructor(configuration: Configuration) {
    this.#catalog = tableCatalog(configuration.tables)
    for (const { table, id, values } of configuration.rows ?? []) this.put({ table, id, values, active: true })
  }

  /** Follows a change of the configuration. */
  useCatalogOf(configuration: Configuration): void {
    this.#catalog = tableCatalog(configuration.tables)
  }

  /** What is wrong with the values of a new row, or of a change to one: the very check of the API; null: nothing. */
  problemOf(table: string, values: Row['values'], isChange: boolean): string | null {
    const definition = this.#catalog.get(table)
    if (definition === undefined) return `No table '${table}'.`
    const problems = rowProblems(definition, values, isChange)
    return problems.length === 0 ? null : problems.map(({ path, message }) => `${path}: ${message}`).join('; ')
  }

  row(table: string, id: string): Row | undefined {
    return this.#tables.get(table)?.get(id)
  }

  put(row: Row): void {
    const rows = this.#tables.get(row.table)
    if (rows === undefined) this.#tables.set(row.table, new Map([[row.id, row]]))
    else rows.set(row.id, row)
  }

  delete(table: string, id: string): void {
    this.#tables.get(table)?.delete(id)
  }

  /** The first row with this id, in whatever table. */
  find(id: string): Row | undefined {
    for (const rows of this.#tables.values()) {
      const row = rows.get(id)
      if (row !== undefined) return row
    }
    return undefined
  }

  /** The row and every row its lookups lead to, each once: what a command hands to the router. */
  withLookups(start: Row | undefined): readonly Row[] {
    const reached = start === undefined ? [] : [start]
    const seen = new Set(reached.map(keyOf))
    // `reached` grows while it is walked; `seen` ends the walk where lookups lead in a circle.
    for (const row of reached) {
      for (const target of this.#targets(row)) {
        if (seen.has(keyOf(target))) continue
        seen.add(keyOf(target))
        reached.push(target)
      }
    }
    return reached
  }

  #targets(row: Row): readonly Row[] {
    const targets: Row[] = []
    for (const column of this.#catalog.get(row.table)?.columns.values() ?? []) {
      const id = column.type === 'lookup' ? row.values[column.name] : null
      const target = typeof id === 'string' ? this.row(column.target ?? '', id) : undefined
      if (target !== undefined) targets.push(target)
    }
    return targets
  }
}

function keyOf(row: Row): string {
  return `${row.table}/${row.id}`
}
