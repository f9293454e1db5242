import { isRecord, own, type UnknownRecord } from '../unknown-record.ts'
import { pathStep } from '../validation/place.ts'

/** One field that differs between two states of a row; a side that is absent had nothing there. */
export interface FieldDifference {
  /** Inside the row: "overflow.inQueue[0].do", "rules['VIP'].queue"; empty: the whole of it. */
  readonly path: string
  readonly before?: unknown
  readonly after?: unknown
}

/** How two states of a row differ, field by field, in the order of the newer one. Entries that have names are compared
 * by name, other lists as a whole. */
export function fieldDifferences(before: unknown, after: unknown): readonly FieldDifference[] {
  const found: FieldDifference[] = []
  compare({ before, after, path: '', found })
  return found
}

interface Comparison {
  readonly before: unknown
  readonly after: unknown
  readonly path: string
  readonly found: FieldDifference[]
}

function compare({ before, after, path, found }: Comparison): void {
  if (isSame(before, after)) return
  if (isRecord(before) && isRecord(after)) return compareKeys({ before, after, path, found })
  const [old, fresh] = [byName(before), byName(after)]
  if (old === null || fresh === null) return void found.push(differenceAt(path, before, after))
  for (const name of new Set([...fresh.keys(), ...old.keys()])) {
    compare({ before: old.get(name), after: fresh.get(name), path: `${path}['${name}']`, found })
  }
  const stayed = [...old.keys()].filter((name) => fresh.has(name))
  const order = [...fresh.keys()].filter((name) => old.has(name))
  if (!isSame(stayed, order)) found.push(differenceAt(`${path}: order`, stayed, order))
}

function compareKeys(sides: Comparison & { readonly before: UnknownRecord; readonly after: UnknownRecord }): void {
  const { before, after, path, found } = sides
  for (const key of new Set([...Object.keys(after), ...Object.keys(before)])) {
    compare({ before: own(before, key), after: own(after, key), path: pathStep(path, key), found })
  }
}

function differenceAt(path: string, before: unknown, after: unknown): FieldDifference {
  return { path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }
}

/** The entries of a list by their names; null when they have none or share them. */
function byName(value: unknown): ReadonlyMap<string, unknown> | null {
  if (!Array.isArray(value)) return null
  const entries = new Map<string, unknown>()
  for (const entry of value) {
    const name = isRecord(entry) ? own(entry, 'name') : undefined
    if (typeof name !== 'string' || entries.has(name)) return null
    entries.set(name, entry)
  }
  return entries
}

/** Whether two JSON values are equal. */
export function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((element, index) => isSame(element, right[index]))
  }
  if (!isRecord(left) || !isRecord(right)) return false
  const keys = Object.keys(left)
  return keys.length === Object.keys(right).length && keys.every((key) => isSame(left[key], own(right, key)))
}
