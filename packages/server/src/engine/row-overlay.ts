import type { Literal, Row, RowKey } from '@unified-routing/routing'
import type { LookupColumn } from '../store/reachable-rows.ts'
import type { VersionedRow } from '../store/versioned-row.ts'

/** The data rows of one batch: as stored, with what the batch itself has written over them. */
export class RowOverlay {
  readonly #rows = new Map<string, VersionedRow | null>()
  readonly #written = new Map<string, RowKey>()

  constructor(stored: readonly VersionedRow[]) {
    for (const row of stored) this.#rows.set(keyText(row), row)
  }

  get(key: RowKey): VersionedRow | null {
    return this.#rows.get(keyText(key)) ?? null
  }

  put(row: VersionedRow): void {
    this.#rows.set(keyText(row), row)
    this.#written.set(keyText(row), row)
  }

  remove(key: RowKey): void {
    this.#rows.set(keyText(key), null)
    this.#written.set(keyText(key), key)
  }

  /** The row and everything its lookups lead to; `row` stands for the stored one of its key. */
  reachableFrom(row: Row, lookups: readonly LookupColumn[]): readonly Row[] {
    const reached = new Map<string, Row>([[keyText(row), row]])
    for (const from of reached.values()) {
      for (const key of lookedUp(from.table, from.values, lookups)) {
        const target = this.get(key)
        if (target !== null && !reached.has(keyText(key))) reached.set(keyText(key), target)
      }
    }
    return [...reached.values()]
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

/** The keys that a row's lookups hold. */
export function lookedUp(
  table: string,
  values: Readonly<Record<string, Literal>>,
  lookups: readonly LookupColumn[],
): RowKey[] {
  return lookups.flatMap((lookup) => {
    const id = lookup.table === table ? values[lookup.column] : null
    return typeof id === 'string' ? [{ table: lookup.target, id }] : []
  })
}

function keyText({ table, id }: RowKey): string {
  return JSON.stringify([table, id])
}
