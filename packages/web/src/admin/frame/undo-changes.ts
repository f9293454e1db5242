import {
  applyChanges,
  type Configuration,
  type ConfigurationChange,
  isListName,
  type ListName,
  rowName,
} from '@unified-routing/routing'

/** The changes that take others back: rows as they were, names as they were. Empty when nothing changed. */
export function undoOf(before: Configuration, changes: readonly ConfigurationChange[]): readonly ConfigurationChange[] {
  const edit = applyChanges(before, changes)
  if (!edit.ok) return []
  const renamed = edit.renamings.map(({ list, from, to }) => ({ list, name: to, rename: from }))
  const back = applyOrNull(edit.document, renamed)
  const after = back ?? edit.document
  return [...(back === null ? [] : renamed), ...rowsBack(before, after), ...settingsBack(before, after)]
}

function applyOrNull(document: unknown, changes: readonly ConfigurationChange[]): unknown {
  if (changes.length === 0 || !isConfiguration(document)) return null
  const edit = applyChanges(document, changes)
  return edit.ok ? edit.document : null
}

/** What changes were applied to is valid, and so is its version. */
function isConfiguration(document: unknown): document is Configuration {
  return isRecord(document) && document.version === 1
}

function rowsBack(before: Configuration, after: unknown): readonly ConfigurationChange[] {
  const lists = new Set([...Object.keys(before), ...(isRecord(after) ? Object.keys(after) : [])])
  return [...lists].filter(isListName).flatMap((list) => {
    const was = rowsByName(list, before)
    const is = rowsByName(list, after)
    const changed = [...was].filter(([name, row]) => JSON.stringify(is.get(name)) !== JSON.stringify(row))
    const added = [...is.keys()].filter((name) => !was.has(name))
    return [
      ...added.map((name) => ({ list, name, remove: true }) as const),
      ...changed.map(([name, row]) => ({ list, name, row })),
    ]
  })
}

function rowsByName(list: ListName, document: unknown): ReadonlyMap<string, unknown> {
  const rows = isRecord(document) ? document[list] : undefined
  if (!Array.isArray(rows)) return new Map()
  return new Map(
    rows.flatMap((row: unknown): [string, unknown][] => {
      const name = rowName(list, row)
      return name === null ? [] : [[name, row]]
    }),
  )
}

function settingsBack(before: Configuration, after: unknown): readonly ConfigurationChange[] {
  const was: Readonly<Record<string, unknown>> = { ...before.organization }
  const now = isRecord(after) && isRecord(after.organization) ? after.organization : {}
  const keys = [...new Set([...Object.keys(was), ...Object.keys(now)])]
  const differing = keys.filter((key) => JSON.stringify(was[key]) !== JSON.stringify(now[key]))
  if (differing.length === 0) return []
  return [{ organization: Object.fromEntries(differing.map((key) => [key, was[key] ?? null])) }]
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
