import type { Row, RowKey } from '@unified-routing/routing'
import { type Lookups, lookedUp } from '../store/reachable-rows.ts'
import { rowKeyText, type VersionedRow } from '../store/versioned-row.ts'

/** The data rows of one batch: as stored, with what the batches before it and the batch itself have written over them. */
export class RowOverlay {
  readonly #rows = new Map<string, VersionedRow | null>()
  readonly #written = new Map<string, RowKey>()

  constructor(stored: readonly VersionedRow[], unstored: ReadonlyMap<string, VersionedRow | null>) {
    for (const row of stored) this.#rows.set(rowKeyText(row), row)
    for (const [key, row] of unstored) this.#rows.set(key, row)
  }

  get(key: RowKey): VersionedRow | null {
    return this.#rows.get(rowKeyText(key)) ?? null
  }

  put(row: VersionedRow): void {
    this.#rows.set(rowKeyText(row), row)
    this.#written.set(rowKeyText(row), row)
  }

  remove(key: RowKey): void {
    this.#rows.set(rowKeyText(key), null)
    this.#written.set(rowKeyText(key), key)
  }

  /** The row and everything its lookups lead to; `row` stands for the stored one of its key. */
  reachableFrom(row: Row, lookups: Lookups): readonly Row[] {
    const reached = new Map<string, Row>([[rowKeyText(row), row]])
    for (const from of reached.values()) {
      for (const key of lookedUp(from, lookups)) {
        const target = this.get(key)
        if (target !== null && !reached.has(rowKeyText(key))) reached.set(rowKeyText(key), target)
      }
    }
    return [...reached.values()]
  }

  /** The last state of each key that the batch has written; null: deleted. */
  written(): ReadonlyMap<string, VersionedRow | null> {
    return new Map(Array.from(this.#written.keys(), (key) => [key, this.#rows.get(key) ?? null]))
  }

  /** What the batch has to store: the last state of each key. */
  changes(): { readonly rows: readonly VersionedRow[]; readonly deletedRows: readonly RowKey[] } {
    const keys = [...this.#written.values()]
    return {
      rows: keys.flatMap((key) => this.get(key) ?? []),
      deletedRows: keys.filter((key) => this.get(key) === null),
    }
  }
}
