import { didYouMean } from '../configuration/nearest.ts'
import { CUSTOMER_TABLE } from '../configuration/tables.ts'
import { workstreamFactTypes } from '../configuration/workstream-settings.ts'
import type { Literal } from '../vocabulary.ts'
import type { WorkItem } from '../work-item.ts'
import type { Facts } from './facts.ts'
import { field, isProblem, type PathProblem, type ResolvedPath } from './resolved-path.ts'
import { literalAt, type ResolvedColumns, resolveColumns } from './row-path.ts'
import type { RuleScope } from './scope.ts'
import type { FactValue } from './value.ts'

/** The attributes that sentiment and effort rulesets write. */
const SENTIMENT_ATTRIBUTE = 'sentiment'
const EFFORT_ATTRIBUTE = 'effortMinutes'

/** Fields of the item that end a path. */
const itemFields: Readonly<Record<string, ResolvedPath>> = {
  channel: field(
    'text',
    ofItem((item) => item.channel),
  ),
  queue: field(
    'text',
    ofItem((item) => item.queue),
  ),
  priorityScore: field(
    'number',
    ofItem((item) => item.priorityScore),
  ),
  requiredUnits: field(
    'number',
    ofItem((item) => item.units),
  ),
  createdAt: field(
    'instant',
    ofItem((item) => item.createdAt),
  ),
  skills: field('requiredSkills', ({ item }) => item?.skills ?? null),
  capacityProfiles: field('list', ({ item }) => item?.capacityProfiles ?? null),
  sentiment: field(
    'text',
    ofItem((item) => literalAt(item.attributes, SENTIMENT_ATTRIBUTE)),
  ),
  effortMinutes: field(
    'number',
    ofItem((item) => literalAt(item.attributes, EFFORT_ATTRIBUTE)),
  ),
  waiting: {
    kind: 'duration',
    choices: null,
    timeDependent: true,
    looksUp: false,
    column: null,
    read: ({ item, now }) => (item === null || item.queuedAt === null ? null : now - item.queuedAt),
  },
}

/** Fields of the item that a path goes on from. */
const itemBranches: Readonly<
  Record<string, (rest: readonly string[], scope: RuleScope) => ResolvedPath | PathProblem>
> = {
  record: recordPath,
  customer: customerPath,
  context: contextPath,
  attributes: attributePath,
  workstream: workstreamPath,
}

/** Resolves the part of a path after `item.`. */
export function resolveItemPath(segments: readonly string[], scope: RuleScope): ResolvedPath | PathProblem {
  const [name = '', ...rest] = segments
  const branch = Object.hasOwn(itemBranches, name) ? itemBranches[name] : undefined
  if (branch !== undefined) return branch(rest, scope)
  const found = Object.hasOwn(itemFields, name) ? itemFields[name] : undefined
  if (found === undefined) {
    const known = [...Object.keys(itemFields), ...Object.keys(itemBranches)]
    return { problem: `an item has no '${name}'${didYouMean(name, known) || `; it has ${known.join(', ')}`}` }
  }
  return rest.length === 0 ? found : { problem: `'item.${name}' has no parts; end the path there` }
}

function ofItem(read: (item: WorkItem) => Literal): ResolvedPath['read'] {
  return ({ item }) => (item === null ? null : read(item))
}

function recordPath(columns: readonly string[], scope: RuleScope): ResolvedPath | PathProblem {
  if (columns.length === 0)
    return field(
      'text',
      ofItem((item) => item.record?.id ?? null),
    )
  const candidates = scope.table === null ? [...scope.tables.values()].filter((table) => table.queueEnabled) : []
  const names = scope.table === null ? candidates.map((table) => table.name) : [scope.table]
  const byTable = new Map<string, ResolvedColumns>()
  let problem = 'no table can be added to a queue; set queueEnabled on one'
  for (const name of names) {
    const resolved = resolveColumns(columns, name, scope.tables)
    if (!isProblem(resolved)) byTable.set(name, resolved)
    else if (byTable.size === 0) problem = resolved.problem
  }
  return byTable.size === 0 ? { problem } : recordReader(byTable)
}

/** Records of several tables may share a column; it is compared by its type when they agree on that. */
function recordReader(byTable: ReadonlyMap<string, ResolvedColumns>): ResolvedPath {
  const all = [...byTable.values()]
  const kind = all.every((columns) => columns.kind === all[0]?.kind) ? (all[0]?.kind ?? 'any') : 'any'
  return {
    kind,
    choices: all.length === 1 ? (all[0]?.choices ?? null) : null,
    timeDependent: false,
    looksUp: true,
    column: null,
    read: ({ item, rows }) => {
      const record = item?.record ?? null
      if (record === null) return null
      return byTable.get(record.table)?.read(rows.row(record.table, record.id), rows) ?? null
    },
  }
}

function customerPath(columns: readonly string[], scope: RuleScope): ResolvedPath | PathProblem {
  if (columns.length === 0)
    return field(
      'text',
      ofItem((item) => item.customer),
    )
  const resolved = resolveColumns(columns, CUSTOMER_TABLE, scope.tables)
  if (isProblem(resolved)) return resolved
  return {
    kind: resolved.kind,
    choices: resolved.choices,
    timeDependent: false,
    looksUp: true,
    column: null,
    read: ({ item, rows }) => {
      const customer = item?.customer ?? null
      return customer === null ? null : resolved.read(rows.row(CUSTOMER_TABLE, customer), rows)
    },
  }
}

function contextPath(rest: readonly string[], scope: RuleScope): ResolvedPath | PathProblem {
  const [variable] = rest
  if (variable === undefined || rest.length > 1)
    return { problem: "write 'item.context.' and the name of one variable" }
  const type = scope.contextVariables.get(variable)
  if (type === undefined) {
    const suggestion = didYouMean(variable, scope.contextVariables.keys())
    return {
      problem: `no context variable '${variable}'${suggestion || '; add it to contextVariables of the workstream'}`,
    }
  }
  return {
    ...field(
      type,
      ofItem((item) => literalAt(item.context, variable)),
    ),
    column: { of: 'context', name: variable },
  }
}

function attributePath(rest: readonly string[]): ResolvedPath | PathProblem {
  const [attribute] = rest
  if (attribute === undefined || rest.length > 1)
    return { problem: "write 'item.attributes.' and the name of one attribute" }
  return {
    ...field(
      'any',
      ofItem((item) => literalAt(item.attributes, attribute)),
    ),
    column: { of: 'attributes', name: attribute },
  }
}

function workstreamPath(rest: readonly string[]): ResolvedPath | PathProblem {
  const name = rest.length === 0 ? 'name' : rest.join('.')
  for (const [known, kind] of Object.entries(workstreamFactTypes)) {
    if (known === name) return field(kind, (facts) => workstreamFact(facts, name))
  }
  return { problem: `a workstream has no '${name}'${didYouMean(name, Object.keys(workstreamFactTypes))}` }
}

function workstreamFact({ workstream }: Facts, name: string): FactValue {
  const value = workstream?.[name]
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return Array.isArray(value) ? value : null
}
