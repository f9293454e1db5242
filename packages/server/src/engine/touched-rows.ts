import { type Configuration, type ConfigurationChange, type ListName, rowName } from '@unified-routing/routing'

/** A row, or a setting of the organization, that a change is about. */
export interface TouchedRow {
  /** The index of the change. */
  readonly change: number
  readonly list: ListName | 'organization'
  readonly name: string
  /** What the change makes of it; null: nothing is left. */
  readonly wanted: unknown
}

/** In the order of the changes. An order of rows touches none of them: the last one to order wins. */
export function rowsTouchedBy(changes: readonly ConfigurationChange[]): readonly TouchedRow[] {
  return changes.flatMap((change, index): TouchedRow[] => {
    if ('order' in change) return []
    if ('organization' in change) {
      return Object.entries(change.organization).map(([name, wanted]) => ({
        change: index,
        list: 'organization',
        name,
        wanted,
      }))
    }
    const { list, name } = change
    return [{ change: index, list, name, wanted: 'row' in change && !('rename' in change) ? change.row : null }]
  })
}

/** Finds touched rows in a document; null where there is none. */
export function touchedIn(document: Configuration): (touched: Pick<TouchedRow, 'list' | 'name'>) => unknown {
  const settings = new Map<string, unknown>(Object.entries(document.organization ?? {}))
  const lists = new Map<ListName, Map<string | null, unknown>>()
  return ({ list, name }) => {
    if (list === 'organization') return settings.get(name) ?? null
    const rows = lists.get(list) ?? rowsByName(document, list)
    lists.set(list, rows)
    return rows.get(name) ?? null
  }
}

function rowsByName(document: Configuration, list: ListName): Map<string | null, unknown> {
  const rows: readonly unknown[] = document[list] ?? []
  return new Map(rows.map((row) => [rowName(list, row), row]))
}
