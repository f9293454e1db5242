import type { Configuration } from '../document.ts'
import { isListName, type ListName, rowName } from './row-names.ts'

/** A row under change; `change`: the index of the change that wrote it last. */
export interface WorkingRow {
  readonly name: string | null
  readonly value: unknown
  readonly change: number | null
}

/** The lists of a document while changes are made to them. Rows are found by name at once, however long the list. */
export class WorkingLists {
  readonly #lists = new Map<ListName, Map<string, WorkingRow>>()
  readonly #document: Configuration

  constructor(document: Configuration) {
    this.#document = document
  }

  /** By name, in order. */
  rows(list: ListName): ReadonlyMap<string, WorkingRow> {
    return this.#open(list)
  }

  get(list: ListName, name: string): WorkingRow | null {
    return this.#open(list).get(name) ?? null
  }

  /** Replaces the row of that name where it stands, or adds one at the end. */
  put(list: ListName, row: WorkingRow & { readonly name: string }): void {
    this.#open(list).set(row.name, row)
  }

  /** Puts a row of another name in the place of one. */
  replace(list: ListName, name: string, row: WorkingRow & { readonly name: string }): void {
    const entries = [...this.#open(list)].map(([key, before]): [string, WorkingRow] =>
      key === name ? [row.name, row] : [key, before],
    )
    this.#lists.set(list, new Map(entries))
  }

  remove(list: ListName, name: string): void {
    this.#open(list).delete(name)
  }

  reorder(list: ListName, order: readonly string[]): void {
    const rows = this.#open(list)
    const inOrder = new Map<string, WorkingRow>()
    for (const name of order) {
      const row = rows.get(name)
      if (row !== undefined) inOrder.set(name, row)
    }
    for (const [name, row] of rows) if (!inOrder.has(name)) inOrder.set(name, row)
    this.#lists.set(list, inOrder)
  }

  /** The document with the lists as they are now; lists nobody touched are the very same. */
  document(): Record<string, unknown> {
    const document: Record<string, unknown> = { ...this.#document }
    for (const [list, rows] of this.#lists) document[list] = Array.from(rows.values(), ({ value }) => value)
    return document
  }

  /** Which change wrote the row that stands at an index now. */
  changeAt(list: string, index: number): number | null {
    if (!isListName(list)) return null
    return [...(this.#lists.get(list)?.values() ?? [])][index]?.change ?? null
  }

  #open(list: ListName): Map<string, WorkingRow> {
    const opened = this.#lists.get(list)
    if (opened !== undefined) return opened
    const present: readonly unknown[] = this.#document[list] ?? []
    const rows = new Map<string, WorkingRow>()
    for (const [index, value] of present.entries()) {
      const name = rowName(list, value)
      rows.set(name ?? `${index}`, { name, value, change: null })
    }
    this.#lists.set(list, rows)
    return rows
  }
}
