import type { RowReader } from '../rules/facts.ts'
import type { Row, WorkItem } from '../work-item.ts'

/** The rows that open work refers to, directly or through lookups, as they are now. */
export interface RowCache extends RowReader {
  /** Keeps the rows an item brought for as long as the item is open. */
  keep(item: WorkItem, rows: readonly Row[]): void
  /** Forgets what only this item needed. */
  release(item: WorkItem): void
  /** Takes new values of a row that is kept; the open items that refer to it. */
  change(row: Row): Iterable<WorkItem>
  /** Puts rows in place until `settleLoans`, whether or not anything keeps them. */
  lend(rows: readonly Row[]): void
  settleLoans(): void
  /** Replaces the rows of the configuration, which are always there; an item may have brought a newer one. */
  replaceStanding(rows: readonly Row[]): void
}

interface Entry {
  readonly key: string
  row: Row
  /** One item for most rows, so a set is made only for the second. */
  keepers: WorkItem | Set<WorkItem> | null
  isStanding: boolean
}

/** Identity of a row as one string; tables are identifiers and hold no slash. */
export function recordKey(table: string, id: string): string {
  return `${table}/${id}`
}

export function createRowCache(): RowCache {
  const entries = new Map<string, Entry>()
  const keptBy = new Map<WorkItem, Entry[]>()
  const lent = new Set<Entry>()

  const put = (row: Row): Entry => {
    const key = recordKey(row.table, row.id)
    const present = entries.get(key)
    if (present !== undefined) {
      present.row = row
      return present
    }
    const entry: Entry = { key, row, keepers: null, isStanding: false }
    entries.set(key, entry)
    return entry
  }
  const dropUnused = (entry: Entry): void => {
    if (entry.keepers === null && !entry.isStanding) entries.delete(entry.key)
  }

  return {
    row: (table, id) => entries.get(recordKey(table, id))?.row,
    keep: (item, rows) => {
      if (rows.length === 0) return
      const kept = new Set(keptBy.get(item))
      for (const row of rows) {
        const entry = put(row)
        if (!kept.has(entry)) addKeeper(entry, item)
        kept.add(entry)
      }
      if (kept.size > 0) keptBy.set(item, [...kept])
    },
    release: (item) => {
      const kept = keptBy.get(item)
      if (kept === undefined) return
      for (const entry of kept) {
        removeKeeper(entry, item)
        dropUnused(entry)
      }
      keptBy.delete(item)
    },
    change: (row) => {
      const entry = entries.get(recordKey(row.table, row.id))
      if (entry === undefined) return []
      entry.row = row
      return keepersOf(entry)
    },
    lend: (rows) => {
      for (const row of rows) lent.add(put(row))
    },
    settleLoans: () => {
      // Emptying an empty set costs as much as a full one, and most decisions lend nothing.
      if (lent.size === 0) return
      for (const entry of lent) dropUnused(entry)
      lent.clear()
    },
    replaceStanding: (rows) => {
      for (const entry of entries.values()) entry.isStanding = false
      for (const row of rows) {
        const entry = entries.get(recordKey(row.table, row.id)) ?? put(row)
        if (entry.keepers === null) entry.row = row
        entry.isStanding = true
      }
      for (const entry of [...entries.values()]) dropUnused(entry)
    },
  }
}

function addKeeper(entry: Entry, item: WorkItem): void {
  if (entry.keepers === null) entry.keepers = item
  else if (entry.keepers instanceof Set) entry.keepers.add(item)
  else entry.keepers = new Set([entry.keepers, item])
}

function removeKeeper(entry: Entry, item: WorkItem): void {
  if (entry.keepers === item) entry.keepers = null
  else if (entry.keepers instanceof Set) {
    entry.keepers.delete(item)
    if (entry.keepers.size === 0) entry.keepers = null
  }
}

function keepersOf(entry: Entry): readonly WorkItem[] {
  if (entry.keepers === null) return []
  return entry.keepers instanceof Set ? [...entry.keepers] : [entry.keepers]
}
