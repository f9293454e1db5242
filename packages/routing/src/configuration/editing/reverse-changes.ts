import type { Configuration } from '../document.ts'
import { isRecord, own } from '../unknown-record.ts'
import { applyChanges } from './apply-changes.ts'
import type { ConfigurationChange } from './change.ts'
import { isSame } from './difference.ts'
import type { RowChange } from './document-difference.ts'
import { type ListName, rowName } from './row-names.ts'

interface Documents {
  /** Before the version that is taken back. */
  readonly before: Configuration
  /** In force now: what came after that version stays. */
  readonly present: Configuration
}

/** The changes that take back what a version changed. Rows that came go first, so that names are free again; rows that
 * come back stand behind those they stood behind. */
export function reverseChanges(
  changes: readonly RowChange[],
  { before, present }: Documents,
): readonly ConfigurationChange[] {
  const rows = [...changes].sort((left, right) => rank(left) - rank(right)).flatMap(reversed)
  const edit = applyChanges(present, rows)
  return edit.ok ? [...rows, ...formerOrders(changes, before, edit.document)] : rows
}

function rank({ before, formerName }: RowChange): number {
  if (before === null) return 0
  return formerName === null ? 2 : 1
}

function reversed({ list, name, formerName, before, after }: RowChange): ConfigurationChange[] {
  if (name === null) return []
  if (list === 'organization') return [{ organization: { [name]: before } }]
  if (before === null) return [{ list, name, remove: true }]
  if (formerName !== null) return [{ list, name, rename: formerName, row: before }]
  return [{ list, name, row: before, create: after === null }]
}

/** The order of each list that lost rows or was ordered anew; `undone`: the document with all rows as they were. */
function formerOrders(changes: readonly RowChange[], before: Configuration, undone: unknown): ConfigurationChange[] {
  return [...Map.groupBy(changes, ({ list }) => list)].flatMap(([list, ofList]): ConfigurationChange[] => {
    if (list === 'organization') return []
    const [old, now] = [namesOf(list, before), namesOf(list, undone)]
    const isReordered = ofList.some(({ name }) => name === null)
    const returning = ofList.flatMap(({ name, after }) => (name !== null && after === null ? [name] : []))
    const order = putBack({ old, now, moved: new Set(isReordered ? old : returning) })
    return isSame(order, now) ? [] : [{ list, order }]
  })
}

interface Moving {
  readonly old: readonly string[]
  readonly now: readonly string[]
  /** Of the old names, those that stand again where they stood; all others stay. */
  readonly moved: ReadonlySet<string>
}

function putBack({ old, now, moved }: Moving): readonly string[] {
  const there = new Set(now)
  const first: string[] = []
  const behind = new Map(now.filter((name) => !moved.has(name)).map((name): [string, string[]] => [name, [name]]))
  let place = first
  for (const name of old) {
    const settled = behind.get(name)
    if (settled !== undefined) place = settled
    else if (there.has(name)) place.push(name)
  }
  return [...first, ...[...behind.values()].flat()]
}

function namesOf(list: ListName, document: unknown): readonly string[] {
  const rows = isRecord(document) ? own(document, list) : undefined
  return Array.isArray(rows) ? rows.flatMap((row) => rowName(list, row) ?? []) : []
}
