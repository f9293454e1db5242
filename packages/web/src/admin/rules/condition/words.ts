import type { Condition, Operator, ValueKind } from '@unified-routing/routing'
import { durationWords } from '../duration-words.ts'
import { labelOfPath, tablesAt } from './attributes.ts'
import { resolved, type Vocabulary } from './vocabulary.ts'

type Comparison = Extract<Condition, { path: string }>
type Value = Comparison['value']

const texts: Readonly<Record<Operator, string>> = {
  eq: 'is',
  ne: 'is not',
  in: 'is one of',
  notIn: 'is none of',
  gt: 'is greater than',
  ge: 'is at least',
  lt: 'is less than',
  le: 'is at most',
  contains: 'contains',
  notContains: 'does not contain',
  beginsWith: 'begins with',
  endsWith: 'ends with',
  hasData: 'has a value',
  noData: 'has no value',
  onOrBefore: 'is on or before',
  onOrAfter: 'is on or after',
  olderThan: 'is longer ago than',
  within: 'is within',
  exactMatch: 'match exactly',
  isWorking: 'is working',
}

const dateTexts: Partial<Readonly<Record<Operator, string>>> = {
  gt: 'is after',
  ge: 'is at or after',
  lt: 'is before',
  le: 'is at or before',
}

/** What an operator is called beside a value of some kind. */
export function operatorText(operator: Operator, kind: ValueKind | undefined): string {
  return (kind === 'instant' ? dateTexts[operator] : undefined) ?? texts[operator]
}

/** A condition as a sentence: "Priority is High and (Country is France or Country is Spain)". */
export function conditionText(condition: Condition, vocabulary: Vocabulary): string {
  return text(condition, vocabulary, 'whole')
}

/** "Priority = High, Customer › City = Oslo": the values that a condition read. */
export function seenText(
  values: Readonly<Record<string, string | number | boolean | null>>,
  vocabulary: Vocabulary,
): string {
  return Object.entries(values)
    .map(
      ([path, value]) => `${labelOfPath(path, vocabulary)} = ${literalText(value, resolved(path, vocabulary)?.kind)}`,
    )
    .join(', ')
}

/** `part`: inside another group, where several parts need brackets. */
function text(condition: Condition, vocabulary: Vocabulary, place: 'whole' | 'part'): string {
  if ('not' in condition) return `not ${bracketed(text(condition.not, vocabulary, 'whole'))}`
  if ('all' in condition) {
    if (condition.all.length === 0) return place === 'whole' ? 'Always' : 'always'
    return joined(condition.all, { word: ' and ', place }, vocabulary)
  }
  if ('any' in condition) {
    if (condition.any.length === 0) return place === 'whole' ? 'Never' : 'never'
    return joined(condition.any, { word: ' or ', place }, vocabulary)
  }
  return comparisonText(condition, vocabulary)
}

function joined(
  parts: readonly Condition[],
  { word, place }: { readonly word: string; readonly place: 'whole' | 'part' },
  vocabulary: Vocabulary,
): string {
  const [only] = parts
  if (only !== undefined && parts.length === 1) return text(only, vocabulary, place)
  const sentence = parts.map((part) => text(part, vocabulary, 'part')).join(word)
  return place === 'part' ? bracketed(sentence) : sentence
}

function bracketed(sentence: string): string {
  return sentence.startsWith('(') && sentence.indexOf(')') === sentence.length - 1 ? sentence : `(${sentence})`
}

function comparisonText({ path, op, value, valuePath }: Comparison, vocabulary: Vocabulary): string {
  if (path === '') return 'an attribute is not chosen yet'
  const kind = resolved(path, vocabulary)?.kind
  const label = path === 'representative' ? 'Representative' : labelOfPath(path, vocabulary)
  const operator = operatorText(op, kind)
  if (op === 'hasData' || op === 'noData') return `${label} ${operator}`
  if (op === 'isWorking') return 'Representative is working'
  if (op === 'exactMatch')
    return `${label} ${operator} ${typeof value === 'string' ? `all ${value} skills` : 'all skills'}`
  if (valuePath !== undefined) return `${label} ${operator} ${labelOfPath(valuePath, vocabulary)}`
  if (value === null && op === 'eq') return `${label} ${texts.noData}`
  if (value === null && op === 'ne') return `${label} ${texts.hasData}`
  return `${label} ${operator} ${valueText(rowsNamed(value, path, vocabulary), op, kind)}`
}

/** Ids of rows with their titles before them: "Priya Nair (priya-nair)". */
function rowsNamed(value: Value, path: string, vocabulary: Vocabulary): Value {
  const [table] = vocabulary.rowTitles === undefined ? [] : tablesAt(path, vocabulary)
  if (table === undefined) return value
  const named = <One>(id: One) => {
    const title = vocabulary.rowTitles?.get(`${table}/${id}`)
    return title === undefined || title === String(id) ? id : `${title} (${id})`
  }
  return Array.isArray(value) ? value.map(named) : named(value)
}

function valueText(value: Value, op: Operator, kind: ValueKind | undefined): string {
  if (Array.isArray(value))
    return value.length === 0 ? 'nothing' : value.map((one) => literalText(one, kind)).join(', ')
  if (op === 'within') return `${durationWords(String(value))} of now`
  if (op === 'olderThan') return durationWords(String(value))
  return literalText(value ?? null, kind)
}

function literalText(value: string | number | boolean | null, kind: ValueKind | undefined): string {
  if (value === null) return 'no value'
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (kind === 'duration') return durationWords(String(value))
  return value === '' ? 'empty' : String(value)
}
