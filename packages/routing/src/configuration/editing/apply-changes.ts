import type { Configuration } from '../document.ts'
import { didYouMean } from '../nearest.ts'
import { defaultQueueNames } from '../queue-settings.ts'
import { isRecord } from '../unknown-record.ts'
import { show } from '../validation/checks.ts'
import type { Problem } from '../validation/problem.ts'
import type { ConfigurationChange, Renaming, RowChange } from './change.ts'
import { type Reference, rewriteNames } from './name-references.ts'
import { withFields } from './reference-walk.ts'
import { type ListName, rowName, rowNouns } from './row-names.ts'
import { WorkingLists } from './working-lists.ts'

export type Edit =
  | {
      readonly ok: true
      /** Not yet validated. */
      readonly document: unknown
      /** Names that were taken out of other rows, and rows that went with them. */
      readonly removedReferences: readonly Reference[]
      readonly renamings: readonly Renaming[]
      /** Tells where in the changes a problem of the new document lies, so that a form can show it at its field. */
      readonly placeProblem: (problem: Problem) => Problem
    }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly dependents: readonly Reference[] }

/** Lists whose rows keep their name: other data hangs on it. */
const keepTheirNames: Partial<Readonly<Record<ListName, string>>> = {
  tables: 'its rows are stored under this name; add a table and move them',
  rows: 'a row keeps its id',
  representatives: 'account and history hang on the sign-in name; change the full name, or add another representative',
  recordTypes: 'a record type belongs to its table; add one for the other table',
  preferredRepresentatives: 'these belong to their contact; add an entry for the other contact',
}

/** Applies changes in their order to a valid document, all or none.
 *
 * Shape: a renamed row is named anew wherever it was named. A removed row that is still named is refused with all that
 * names it (`dependents`), unless its change says `alsoRemoveReferences` and the rest makes sense without the name. */
export function applyChanges(present: Configuration, changes: readonly ConfigurationChange[]): Edit {
  const making = new Making(present)
  for (const [index, change] of changes.entries()) making.apply(change, index)
  return making.finish()
}

interface Removal {
  readonly alsoReferences: boolean
  readonly index: number
}

class Making {
  readonly #lists: WorkingLists
  readonly #problems: Problem[] = []
  readonly #renamed = new Map<ListName, Map<string, string>>()
  readonly #removed = new Map<ListName, Map<string, Removal>>()
  readonly #settings = new Map<string, { value: unknown; change: number }>()
  readonly #present: Configuration

  constructor(present: Configuration) {
    this.#present = present
    this.#lists = new WorkingLists(present)
  }

  apply(change: ConfigurationChange, index: number): void {
    if ('organization' in change) this.#applySettings(change.organization, index)
    else if ('order' in change) this.#applyOrder(change, index)
    else if ('remove' in change) this.#applyRemoval(change, index)
    else if ('rename' in change) this.#applyRenaming(change, index)
    else this.#applyRow(change, index)
  }

  finish(): Edit {
    if (this.#problems.length > 0) return { ok: false, problems: this.#problems, dependents: [] }
    const left: Reference[] = []
    const removedReferences: Reference[] = []
    const document = this.#namesChanged()
      ? rewriteNames(this.#document(), (reference) => this.#nameFor(reference, { left, removedReferences }))
      : this.#document()
    if (left.length > 0) return { ok: false, problems: [], dependents: left }
    return {
      ok: true,
      document,
      removedReferences,
      renamings: [...this.#renamed].flatMap(([list, names]) => Array.from(names, ([from, to]) => ({ list, from, to }))),
      placeProblem: (problem) => this.#place(problem),
    }
  }

  /** Walking a large document takes longer than all the rest, and most changes need it not. */
  #namesChanged(): boolean {
    return [...this.#renamed.values(), ...this.#removed.values()].some(({ size }) => size > 0)
  }

  #nameFor(reference: Reference, found: { left: Reference[]; removedReferences: Reference[] }): string | undefined {
    const newName = this.#renamed.get(reference.list)?.get(reference.name)
    if (newName !== undefined) return newName
    const removal = this.#removed.get(reference.list)?.get(reference.name)
    if (removal === undefined) return reference.name
    if (removal.alsoReferences && reference.canGo) {
      found.removedReferences.push(reference)
      return undefined
    }
    found.left.push(reference)
    return reference.name
  }

  #applyRow(
    change: Extract<RowChange, { row: unknown }> & { readonly create?: boolean | undefined },
    index: number,
  ): void {
    const { list, name, row, create = false } = change
    const own = rowName(list, row)
    const present = this.#lists.get(list, name)
    if (own !== null && own !== name) {
      this.#report(
        index,
        'row',
        `the row is called ${show(own)} and the change ${show(name)}; to rename it, send 'rename'`,
      )
    } else if (create && present !== null) {
      this.#report(index, 'row.name', `there is a ${rowNouns[list]} ${show(name)} already; choose another name`)
    } else {
      this.#removed.get(list)?.delete(name)
      this.#lists.put(list, { name, value: row, change: index })
    }
  }

  #applyRemoval(
    { list, name, alsoRemoveReferences = false }: Extract<RowChange, { remove: true }>,
    index: number,
  ): void {
    if (!this.#isThere(list, name, index)) return
    if (isDefaultQueue(list, name)) {
      return this.#report(index, 'name', `${show(name)} belongs to the system and cannot be removed`)
    }
    this.#lists.remove(list, name)
    entry(this.#removed, list).set(name, { alsoReferences: alsoRemoveReferences, index })
  }

  #applyRenaming({ list, name, rename, row }: Extract<RowChange, { rename: string }>, index: number): void {
    if (!this.#isThere(list, name, index)) return
    const kept = keepTheirNames[list]
    if (kept !== undefined) return this.#report(index, 'rename', `${show(name)} cannot be renamed: ${kept}`)
    if (isDefaultQueue(list, name) || isDefaultQueue(list, rename)) {
      return this.#report(index, 'rename', 'the names of default queues belong to the system; choose another name')
    }
    if (rename !== name && this.#lists.get(list, rename) !== null) {
      return this.#report(index, 'rename', `there is a ${rowNouns[list]} ${show(rename)} already; choose another name`)
    }
    const value = row ?? this.#lists.get(list, name)?.value
    this.#removed.get(list)?.delete(rename)
    this.#lists.replace(list, name, { name: rename, value: withName(value, rename), change: index })
    if (rename !== name) this.#rememberRenaming(list, name, rename)
  }

  /** A row renamed twice is named by its last name wherever its first one stood. */
  #rememberRenaming(list: ListName, name: string, rename: string): void {
    const renamed = entry(this.#renamed, list)
    const first = [...renamed].find(([, to]) => to === name)?.[0] ?? name
    if (first === rename) renamed.delete(first)
    else renamed.set(first, rename)
  }

  #applySettings(settings: Readonly<Record<string, unknown>>, index: number): void {
    for (const [key, value] of Object.entries(settings)) this.#settings.set(key, { value, change: index })
  }

  #applyOrder({ list, order }: { readonly list: ListName; readonly order: readonly string[] }, index: number): void {
    const rows = this.#lists.rows(list)
    for (const [position, name] of order.entries()) {
      if (!rows.has(name)) this.#report(index, `order[${position}]`, this.#unknown(list, name))
    }
    if (new Set(order).size < order.length) this.#report(index, 'order', 'a name occurs twice; name each row once')
    this.#lists.reorder(list, order)
  }

  #isThere(list: ListName, name: string, index: number): boolean {
    if (this.#lists.get(list, name) !== null) return true
    this.#report(index, 'name', this.#unknown(list, name))
    return false
  }

  #unknown(list: ListName, name: string): string {
    const suggestion = didYouMean(name, this.#lists.rows(list).keys())
    return `no ${rowNouns[list]} ${show(name)}${suggestion || '; somebody may have removed it'}`
  }

  #report(index: number, key: string, message: string): void {
    this.#problems.push({ path: `changes[${index}].${key}`, message })
  }

  #document(): Record<string, unknown> {
    const document = this.#lists.document()
    if (this.#settings.size === 0) return document
    const settings = new Map<string, unknown>(Object.entries(this.#present.organization ?? {}))
    for (const [key, { value }] of this.#settings) {
      if (value === null) settings.delete(key)
      else settings.set(key, value)
    }
    return { ...document, organization: Object.fromEntries(settings) }
  }

  #place({ path, message }: Problem): Problem {
    const row = /^(\w+)\[(\d+)\](.*)$/.exec(path)
    if (row !== null) {
      const [, list = '', index = '', rest = ''] = row
      const change = this.#lists.changeAt(list, Number(index))
      return change === null ? { path, message } : { path: `changes[${change}].row${rest}`, message }
    }
    const [, key = ''] = /^organization\.(\w+)/.exec(path) ?? []
    const setting = this.#settings.get(key)
    return setting === undefined ? { path, message } : { path: `changes[${setting.change}].${path}`, message }
  }
}

function isDefaultQueue(list: ListName, name: string): boolean {
  return list === 'queues' && Object.values(defaultQueueNames).includes(name)
}

function withName(value: unknown, name: string): unknown {
  return isRecord(value) ? withFields(value, new Map([['name', name]])) : name
}

function entry<Key, Name, Value>(maps: Map<Key, Map<Name, Value>>, key: Key): Map<Name, Value> {
  const found = maps.get(key)
  if (found !== undefined) return found
  const made = new Map<Name, Value>()
  maps.set(key, made)
  return made
}
