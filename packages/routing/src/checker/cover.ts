import type { Condition } from '../configuration/document.ts'
import type { RuleScope } from '../rules/scope.ts'
import type { Literal } from '../vocabulary.ts'
import { type Comparison, isNoneOf, isOneOf, isSingleValued, resolvedIn, type Side, sideOf } from './comparison.ts'

/** Conditions that take every value of one path together: all work, or all that has a value there. */
export interface Cover<Rule> {
  readonly rules: readonly Rule[]
  /** What work must meet to be taken. */
  readonly when: Condition
}

/** The covers that the rules make of single comparisons: a value and all others, all choices, both sides of a number. */
export function coversOf<Rule extends { readonly when: Condition }>(
  rules: readonly Rule[],
  scope: RuleScope,
): readonly Cover<Rule>[] {
  const simple = rules.filter(({ when }) => 'path' in when && when.valuePath === undefined)
  const byPath = Map.groupBy(simple, ({ when }) => ('path' in when ? when.path : ''))
  return [...byPath].flatMap(([path, together]) => {
    const resolved = resolvedIn(path, scope)
    if (together.length < 2 || resolved === null) return []
    const sides = together.flatMap(({ when }) => ('path' in when ? [sideOf(when, scope)] : []))
    if (!sides.every(isSingleValued)) return []
    const when = coveredBy(sides, { path, choices: resolved.choices })
    return when === null ? [] : [{ rules: together, when }]
  })
}

interface Values {
  readonly path: string
  /** Null: they cannot be counted. */
  readonly choices: readonly string[] | null
}

function coveredBy(sides: readonly Side[], { path, choices }: Values): Condition | null {
  const taken = new Set(sides.filter(isOneOf).flatMap(({ values }) => values))
  const hasAll = (values: readonly Literal[]) => values.every((value) => taken.has(value))
  const everything: Condition = { all: [] }
  if (sides.some((side) => isNoneOf(side) && side.values.length > 0 && hasAll(side.values))) return everything
  const hasOp = (op: Comparison['op']) => sides.some((side) => side.op === op)
  const countable = sides.some(({ kind }) => kind === 'boolean') ? [true, false] : choices
  const hasEveryValue = hasOp('hasData') || (countable !== null && hasAll(countable)) || meetOnLine(sides, taken)
  if (!hasEveryValue) return null
  return hasOp('noData') ? everything : { path, op: 'hasData' }
}

/** Whether a range upwards and one downwards leave no number between them. */
function meetOnLine(sides: readonly Side[], taken: ReadonlySet<Literal>): boolean {
  const bounds = (ops: readonly Comparison['op'][]) =>
    sides.flatMap(({ op, values: [value] }) => (ops.includes(op) && typeof value === 'number' ? [{ op, value }] : []))
  return bounds(['gt', 'ge']).some((up) =>
    bounds(['lt', 'le']).some(
      (down) =>
        up.value < down.value ||
        (up.value === down.value && (up.op === 'ge' || down.op === 'le' || taken.has(up.value))),
    ),
  )
}
