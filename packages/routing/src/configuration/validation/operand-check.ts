import { operatorsOf, operatorsWithDuration, operatorsWithList, operatorsWithoutValue } from '../../rules/operators.ts'
import type { ResolvedPath } from '../../rules/resolved-path.ts'
import type { RuleScope } from '../../rules/scope.ts'
import { coerce, type ValueKind } from '../../rules/value.ts'
import type { Literal } from '../../vocabulary.ts'
import type { Operator } from '../document.ts'
import { parseDuration } from '../duration.ts'
import { didYouMean } from '../nearest.ts'
import { own, type UnknownRecord } from '../unknown-record.ts'
import { show } from './checks.ts'
import { checkPath } from './path-check.ts'
import type { Place } from './place.ts'

/** Values compared with in one comparison. */
const VALUES_MAX = 1_000

export interface Operands {
  readonly comparison: UnknownRecord
  readonly operator: Operator
  readonly path: ResolvedPath
  readonly place: Place
  readonly scope: RuleScope
}

const kindNames: Readonly<Record<ValueKind, string>> = {
  text: 'a text',
  choice: 'a choice',
  number: 'a number',
  boolean: 'true or false',
  instant: 'a date',
  duration: 'a duration',
  list: 'a list',
  heldSkills: 'a list of skills',
  requiredSkills: 'a list of skills',
  any: 'a value',
}

/** The operator must suit what the path reads, and the value the operator. */
export function checkOperands(operands: Operands): void {
  const { comparison, operator, path, place } = operands
  const value = own(comparison, 'value')
  const valuePath = own(comparison, 'valuePath')
  if (!operatorsOf[path.kind].includes(operator) || (operator === 'isWorking' && !readsIsWorking(comparison))) {
    const possible = operatorsOf[path.kind].filter((known) => known !== 'isWorking').join(', ')
    return place.at('op').report(`'${operator}' does not suit ${kindNames[path.kind]}; use one of ${possible}`)
  }
  if (operatorsWithoutValue.includes(operator)) return refuseOperands(operands, ['value', 'valuePath'])
  if (operator === 'exactMatch') {
    refuseOperands(operands, ['valuePath'])
    if (value !== undefined) checkSkillType(value, place.at('value'))
  } else if (value !== undefined && valuePath !== undefined) {
    place.report("'value' and 'valuePath' exclude each other; remove one")
  } else if (valuePath !== undefined) checkValuePath(operands, valuePath)
  else if (value === undefined) place.report(`'${operator}' needs a value; add 'value' or 'valuePath'`)
  else checkValue(operands, value)
}

function readsIsWorking(comparison: UnknownRecord): boolean {
  const path = own(comparison, 'path')
  return path === 'representative' || path === 'representative.isWorking'
}

function refuseOperands({ comparison, operator, place }: Operands, keys: readonly string[]): void {
  for (const key of keys) {
    if (own(comparison, key) !== undefined) place.at(key).report(`'${operator}' takes no ${key}; remove it`)
  }
}

function checkSkillType(value: unknown, place: Place): void {
  const { skillTypes } = place.names
  if (typeof value === 'string' && skillTypes.has(value)) return
  const suggestion = typeof value === 'string' ? didYouMean(value, skillTypes) : ''
  place.report(
    `no skill type ${show(value)}${suggestion || '; add one, or leave the value out for all required skills'}`,
  )
}

function checkValuePath({ place, scope }: Operands, valuePath: unknown): void {
  const there = place.at('valuePath')
  if (typeof valuePath === 'string' && valuePath.split('.')[0] === 'representative') {
    return there.report(`${show(valuePath)} stands on the right; a value to compare with comes from the item`)
  }
  checkPath(valuePath, there, scope)
}

function checkValue(operands: Operands, value: unknown): void {
  const place = operands.place.at('value')
  if (!Array.isArray(value)) return checkLiteral(operands, value, place)
  if (!operatorsWithList.includes(operands.operator)) {
    return place.report(`'${operands.operator}' compares with one value, found a list`)
  }
  if (value.length > VALUES_MAX) return place.report(`${value.length} values; at most ${VALUES_MAX} are possible`)
  for (const [index, element] of value.entries()) checkLiteral(operands, element, place.at(index))
}

function checkLiteral({ operator, path }: Operands, value: unknown, place: Place): void {
  if (!isLiteral(value)) return place.report(`expected a text, a number, true, false or null, found ${show(value)}`)
  if (value === null) {
    if (!operatorsWithList.includes(operator)) place.report(`'${operator}' cannot compare with null; use noData`)
    return
  }
  if (operatorsWithDuration.includes(operator)) {
    if (typeof value === 'string' && parseDuration(value) !== null) return
    return place.report(`expected a duration such as 90s, 5m, 2h or 1d, found ${show(value)}`)
  }
  const kind = operator === 'onOrBefore' || operator === 'onOrAfter' ? 'instant' : path.kind
  if (coerce(kind, value) === null) return place.report(`${show(value)} is not ${kindNames[kind]}; ${remedies[kind]}`)
  if (path.choices === null || path.choices.includes(String(value)) || !operatorsWithList.includes(operator)) return
  const suggestion = didYouMean(String(value), path.choices)
  place.report(`no choice ${show(value)}${suggestion || `; the choices are ${path.choices.join(', ')}`}`)
}

const remedies: Partial<Readonly<Record<ValueKind, string>>> = {
  number: 'write digits',
  boolean: 'write true or false',
  instant: "write a date such as '2026-03-02' or '2026-03-02T09:00:00Z'",
  duration: 'write one such as 90s, 5m, 2h or 1d',
}

function isLiteral(value: unknown): value is Literal {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  return typeof value === 'number' && Number.isFinite(value)
}
