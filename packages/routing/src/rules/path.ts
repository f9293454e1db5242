import { resolveItemPath } from './item-path.ts'
import { resolveRepresentativePath } from './representative-path.ts'
import { field, isProblem, type PathProblem, type ResolvedPath } from './resolved-path.ts'
import { resolveColumns } from './row-path.ts'
import type { RuleScope } from './scope.ts'

/** Lookups, variables and fields are one segment each; a path is finite, so cycles of lookups are no harm. */
const PATH_SEGMENTS_MAX = 20

const roots: Readonly<Record<RuleScope['kind'], readonly string[]>> = {
  intake: ['record'],
  item: ['item'],
  assignment: ['item', 'representative'],
}

/** Resolves a path of a condition in its scope, or says why it names nothing there. */
export function resolvePath(path: string, scope: RuleScope): ResolvedPath | PathProblem {
  const [root = '', ...segments] = path.split('.')
  if (!roots[scope.kind].includes(root)) {
    const allowed = roots[scope.kind].map((name) => `'${name}.'`).join(' or ')
    return { problem: `'${root}' cannot be read here; begin the path with ${allowed}` }
  }
  if (segments.length > PATH_SEGMENTS_MAX) return { problem: `a path has at most ${PATH_SEGMENTS_MAX} parts` }
  if (segments.includes('')) return { problem: 'a part of the path is empty; write one dot between names' }
  if (root === 'item') return resolveItemPath(segments, scope)
  return root === 'representative' ? resolveRepresentativePath(segments, scope) : resolveIntakePath(segments, scope)
}

function resolveIntakePath(columns: readonly string[], scope: RuleScope): ResolvedPath | PathProblem {
  if (columns.length === 0) return field('text', ({ record }) => record?.id ?? null)
  const [name = ''] = columns
  const table = scope.table ?? ''
  const resolved = resolveColumns(columns, table, scope.tables)
  if (isProblem(resolved)) return resolved
  return {
    kind: resolved.kind,
    choices: resolved.choices,
    timeDependent: false,
    looksUp: columns.length > 1,
    column: columns.length === 1 && scope.tables.get(table)?.columns.has(name) ? { of: 'record', name } : null,
    read: ({ record, rows }) => resolved.read(record ?? undefined, rows),
  }
}
