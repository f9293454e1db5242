import type { Operator } from '../configuration/document.ts'
import type { ValueKind } from './value.ts'

const equality: readonly Operator[] = ['eq', 'ne', 'in', 'notIn', 'hasData', 'noData']
const ordering: readonly Operator[] = ['gt', 'ge', 'lt', 'le']
const searching: readonly Operator[] = ['contains', 'notContains', 'beginsWith', 'endsWith']
export const operatorsOnDates: readonly Operator[] = ['onOrBefore', 'onOrAfter', 'olderThan', 'within']
const membership: readonly Operator[] = [...equality, 'contains', 'notContains']

/** Which operators make sense for which kind of value. */
export const operatorsOf: Readonly<Record<ValueKind, readonly Operator[]>> = {
  text: [...equality, ...ordering, ...searching],
  choice: [...equality, ...searching],
  number: [...equality, ...ordering],
  boolean: [...equality, 'isWorking'],
  instant: [...equality, ...ordering, ...operatorsOnDates],
  duration: [...equality, ...ordering],
  list: membership,
  requiredSkills: membership,
  heldSkills: [...membership, 'exactMatch'],
  any: [...equality, ...ordering, ...searching, ...operatorsOnDates],
}

/** Operators that stand alone: neither `value` nor `valuePath`. */
export const operatorsWithoutValue: readonly Operator[] = ['hasData', 'noData', 'isWorking']

/** Operators that take a list of values. */
export const operatorsWithList: readonly Operator[] = ['eq', 'ne', 'in', 'notIn']

/** Operators whose value is a duration before or around now. */
export const operatorsWithDuration: readonly Operator[] = ['olderThan', 'within']

export const operators: readonly Operator[] = [
  ...equality,
  ...ordering,
  ...searching,
  ...operatorsOnDates,
  'exactMatch',
  'isWorking',
]
