import { type Condition, operators, operatorsWithoutValue } from '@unified-routing/routing'
import type { RuleGroupType, RuleType } from 'react-querybuilder'

/** How the parts of a group belong together.
 *
 * `only` and `not` hold one part that the document writes without a group; shown, they are `all` and `none`. */
export type Combinator = 'all' | 'any' | 'none' | 'notAll' | 'only' | 'not'

type Comparison = Extract<Condition, { path: string }>
type Operand = NonNullable<Comparison['value']>

let lastId = 0

/** A condition as the query builder edits it. Every legal condition comes back unchanged from `conditionOf`. */
export function queryOf(condition: Condition): RuleGroupType {
  const part = partOf(condition)
  return 'rules' in part ? part : groupOf('only', [part])
}

/** The condition that a query stands for; comparisons that are not finished stay, for the validator to point at. */
export function conditionOf({ combinator, rules }: RuleGroupType): Condition {
  const parts = rules.map((rule) => ('rules' in rule ? conditionOf(rule) : comparisonOf(rule)))
  const [first] = parts
  const isSingle = first !== undefined && parts.length === 1
  if (combinator === 'only' && isSingle) return first
  if (combinator === 'not' && isSingle) return { not: first }
  if (combinator === 'any') return { any: parts }
  if (combinator === 'none' || combinator === 'not') return { not: { any: parts } }
  return combinator === 'notAll' ? { not: { all: parts } } : { all: parts }
}

/** A comparison that somebody has just added. */
export function newComparison(): RuleType {
  return ruleOf({ path: '', op: 'eq', value: '' })
}

function partOf(condition: Condition): RuleGroupType | RuleType {
  if ('all' in condition) return groupOf('all', condition.all.map(partOf))
  if ('any' in condition) return groupOf('any', condition.any.map(partOf))
  if (!('not' in condition)) return ruleOf(condition)
  const { not } = condition
  if ('all' in not) return groupOf('notAll', not.all.map(partOf))
  return 'any' in not ? groupOf('none', not.any.map(partOf)) : groupOf('not', [partOf(not)])
}

function groupOf(combinator: Combinator, rules: (RuleGroupType | RuleType)[]): RuleGroupType {
  return { id: freshId(), combinator, rules }
}

function ruleOf({ path, op, value, valuePath }: Comparison): RuleType {
  const isDynamic = valuePath !== undefined
  return {
    id: freshId(),
    field: path,
    operator: op,
    value: isDynamic ? valuePath : value,
    valueSource: isDynamic ? 'field' : 'value',
  }
}

function comparisonOf({ field, operator, value, valueSource }: RuleType): Comparison {
  const op = operators.find((known) => known === operator) ?? 'eq'
  const comparison: Comparison = { path: field, op }
  if (operatorsWithoutValue.includes(op)) return comparison
  if (valueSource === 'field') return { ...comparison, valuePath: typeof value === 'string' ? value : '' }
  const operand = operandOf(value)
  return operand === undefined ? comparison : { ...comparison, value: operand }
}

/** What a control of the query builder holds, as the document may write it; undefined: no value. */
export function operandOf(value: unknown): Operand | null | undefined {
  if (Array.isArray(value)) return value.filter(isLiteral)
  return isLiteral(value) ? value : undefined
}

function isLiteral(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

function freshId(): string {
  lastId += 1
  return `condition-${lastId}`
}
