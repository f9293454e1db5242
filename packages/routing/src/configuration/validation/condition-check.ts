import { operators } from '../../rules/operators.ts'
import type { RuleScope } from '../../rules/scope.ts'
import { didYouMean } from '../nearest.ts'
import { isRecord, own, type UnknownRecord } from '../unknown-record.ts'
import { show, unknownKey } from './checks.ts'
import { checkOperands } from './operand-check.ts'
import { checkPath } from './path-check.ts'
import type { Check, Place } from './place.ts'

/** Groups inside groups; deeper ones are refused, so that no document can exhaust the stack. */
const CONDITION_DEPTH_MAX = 50
/** Parts of one group. */
const GROUP_SIZE_MAX = 1_000

const groupKeys = ['all', 'any', 'not']
const comparisonKeys = ['path', 'op', 'value', 'valuePath']

/** A condition whose paths are read in the given scope. */
export function condition(scope: RuleScope): Check {
  return (value, place) => checkNode({ value, place, scope, depth: 1 })
}

interface Node {
  readonly value: unknown
  readonly place: Place
  readonly scope: RuleScope
  readonly depth: number
}

function checkNode(node: Node): void {
  const { value, place, depth } = node
  if (!isRecord(value)) return place.report(`expected a condition, found ${show(value)}; write { all: [] } for always`)
  if (depth > CONDITION_DEPTH_MAX)
    return place.report(`the condition is nested deeper than ${CONDITION_DEPTH_MAX} levels`)
  const groups = groupKeys.filter((key) => Object.hasOwn(value, key))
  const [group] = groups
  if (group === undefined) return checkComparison(node, value)
  const others = Object.keys(value).filter((key) => key !== group)
  if (others.length > 0) place.report(`'${group}' stands alone; move ${others.map(show).join(', ')} into it`)
  const inside = { ...node, place: place.at(group), value: own(value, group), depth: depth + 1 }
  if (group === 'not') checkNode(inside)
  else checkGroup(inside)
}

function checkGroup(node: Node): void {
  const { value, place } = node
  if (!Array.isArray(value)) return place.report(`expected a list of conditions, found ${show(value)}`)
  if (value.length > GROUP_SIZE_MAX) {
    return place.report(`${value.length} conditions in one group; at most ${GROUP_SIZE_MAX} are possible`)
  }
  for (const [index, part] of value.entries()) checkNode({ ...node, place: place.at(index), value: part })
}

function checkComparison({ place, scope }: Node, comparison: UnknownRecord): void {
  for (const key of Object.keys(comparison)) {
    if (!comparisonKeys.includes(key)) place.at(key).report(unknownKey(key, [...comparisonKeys, ...groupKeys]))
  }
  if (own(comparison, 'path') === undefined && own(comparison, 'op') === undefined) {
    return place.report("the condition says nothing; write { path, op, value } or a group under 'all', 'any' or 'not'")
  }
  const path = checkPath(own(comparison, 'path'), place.at('path'), scope)
  const op = own(comparison, 'op')
  const operator = operators.find((known) => known === op)
  if (operator === undefined) {
    const suggestion = typeof op === 'string' ? didYouMean(op, operators) : ''
    return place.at('op').report(`no operator ${show(op)}${suggestion || `; use one of ${operators.join(', ')}`}`)
  }
  if (path !== null) checkOperands({ comparison, operator, path, place, scope })
}
