import type { Configuration } from '../document.ts'
import type { Renaming } from './change.ts'
import { isSame } from './difference.ts'
import { type ListName, naturalKeys, rowName } from './row-names.ts'

/** One row, or one setting of the organization, that differs between two documents; null: not there.
 *
 * Of a list whose rows stand in another order, one entry without a name has the names before and after. */
export interface RowChange {
  readonly list: ListName | 'organization'
  readonly name: string | null
  /** The name it had in the older document, when it was renamed. */
  readonly formerName: string | null
  readonly before: unknown
  readonly after: unknown
}

/** How one document becomes another, row by row. What both share by reference is not looked at. */
export function documentDifference(
  before: Configuration,
  after: Configuration,
  renamings: readonly Renaming[] = [],
): readonly RowChange[] {
  const changes = settingsDifference(before.organization, after.organization)
  for (const list of lists) {
    if (before[list] !== after[list]) changes.push(...listDifference(list, { before, after, renamings }))
  }
  return changes
}

/** Makes the newer document from the older one and what `documentDifference` found between them. */
export function applyDifference(before: Configuration, changes: readonly RowChange[]): Record<string, unknown> {
  const document: Record<string, unknown> = { ...before }
  for (const [list, ofList] of Map.groupBy(changes, (change) => change.list)) {
    document[list] =
      list === 'organization' ? changedSettings(before.organization, ofList) : changedList(list, before, ofList)
  }
  return document
}

/** Whether the rows that differ make the newer document to the letter. They cannot say that a list is there without a
 * row, or that one is no longer there at all. */
export function isToldByRows(before: Configuration, after: Configuration): boolean {
  return keys.every((key) => {
    const isExpected = before[key] !== undefined || Object.keys(after[key] ?? {}).length > 0
    return isExpected === (after[key] !== undefined)
  })
}

const lists: readonly ListName[] = listNames()
const keys = ['organization', ...lists] as const

function listNames(): readonly ListName[] {
  const names: ListName[] = []
  let name: ListName
  for (name in naturalKeys) names.push(name)
  return names
}

function settingsDifference(before: Configuration['organization'] = {}, after: Configuration['organization'] = {}) {
  const [old, fresh] = [
    new Map<string, unknown>(Object.entries(before)),
    new Map<string, unknown>(Object.entries(after)),
  ]
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((name): RowChange[] =>
    isSame(old.get(name), fresh.get(name))
      ? []
      : [
          {
            list: 'organization',
            name,
            formerName: null,
            before: old.get(name) ?? null,
            after: fresh.get(name) ?? null,
          },
        ],
  )
}

interface Documents {
  readonly before: Configuration
  readonly after: Configuration
  readonly renamings: readonly Renaming[]
}

function listDifference(list: ListName, { before, after, renamings }: Documents): RowChange[] {
  const [old, fresh] = [rowsByName(before, list), rowsByName(after, list)]
  const formerNames = new Map(renamings.flatMap(({ list: of, from, to }) => (of === list ? [[to, from] as const] : [])))
  const renamedAway = new Set(formerNames.values())
  const gone = new Set(old.keys())
  const changes: RowChange[] = []
  for (const [name, row] of fresh) {
    const formerName = formerNames.get(name) ?? null
    // A new row may stand under a name that another has just given up.
    const was = formerName ?? (renamedAway.has(name) ? null : name)
    const wasRow = was === null ? null : (old.get(was) ?? null)
    if (was !== null) gone.delete(was)
    if (formerName !== null || !isSame(wasRow, row))
      changes.push({ list, name, formerName, before: wasRow, after: row })
  }
  const removed = [...gone].map(
    (name): RowChange => ({ list, name, formerName: null, before: old.get(name), after: null }),
  )
  return [
    ...removed,
    ...changes,
    ...orderDifference(list, { old: [...old.keys()], fresh: [...fresh.keys()], changes, gone }),
  ]
}

interface Orders {
  readonly old: readonly string[]
  readonly fresh: readonly string[]
  readonly changes: readonly RowChange[]
  readonly gone: ReadonlySet<string>
}

/** Nothing, when the new rows stand last and all others where they stood. */
function orderDifference(list: ListName, { old, fresh, changes, gone }: Orders): RowChange[] {
  const newNames = new Map(changes.flatMap(({ formerName, name }) => (formerName === null ? [] : [[formerName, name]])))
  const stayed = old.filter((name) => !gone.has(name)).map((name) => newNames.get(name) ?? name)
  const added = changes.flatMap(({ name, before }) => (before === null && name !== null ? [name] : []))
  const expected = [...stayed, ...added]
  if (isSame(expected, fresh)) return []
  return [{ list, name: null, formerName: null, before: expected, after: fresh }]
}

function changedSettings(before: Configuration['organization'] = {}, changes: readonly RowChange[]) {
  const settings = new Map<string, unknown>(Object.entries(before))
  for (const { name, after } of changes) {
    if (name === null) continue
    if (after === null) settings.delete(name)
    else settings.set(name, after)
  }
  return Object.fromEntries(settings)
}

function changedList(list: ListName, before: Configuration, changes: readonly RowChange[]): unknown[] {
  const byFormerName = new Map(
    changes.flatMap((change) => (change.before === null ? [] : [[change.formerName ?? change.name, change]])),
  )
  const rows = new Map<string, unknown>()
  for (const [name, row] of rowsByName(before, list)) {
    const change = byFormerName.get(name)
    if (change === undefined) rows.set(name, row)
    else if (change.after !== null && change.name !== null) rows.set(change.name, change.after)
  }
  for (const { name, after } of changes) if (name !== null && after !== null) rows.set(name, after)
  const order = changes.find(({ name }) => name === null)?.after
  if (!Array.isArray(order)) return [...rows.values()]
  return order.map((name: string) => rows.get(name))
}

function rowsByName(document: Configuration, list: ListName): ReadonlyMap<string, unknown> {
  const rows: readonly unknown[] = document[list] ?? []
  return new Map(rows.map((row, index) => [rowName(list, row) ?? `${index}`, row]))
}
