import type { Literal } from '../vocabulary.ts'
import { type NumberLine, numberLine, stepsUpTo } from './number-line.ts'
import { type FactValue, isLiteral } from './value.ts'
import { placeOnLine, type ValueSource, type ValueTest } from './value-test.ts'

/** For each value that matters to some rule, and for all that lie between, the rules it satisfies as a row of bits.
 *
 * Every row was found by asking the rules' own tests, so the table knows nothing of operators. A rule that does not
 * test the value is satisfied by all. The last row is worked out anew for a value that is a list. */
export interface ValueTable {
  readonly source: ValueSource
  readonly tests: readonly RuleTest[]
  readonly wordsPerRow: number
  readonly bits: Int32Array
  readonly rowByValue: ReadonlyMap<Literal, number>
  /** The numbers at which answers change. */
  readonly line: NumberLine
  /** Where the row of the value at hand begins; UNREAD until it is looked for. */
  offset: number
}

/** A test of one rule, known by its index in the list. */
export interface RuleTest {
  readonly rule: number
  readonly test: ValueTest
}

export const UNREAD = -1
export const BITS_PER_WORD = 32

const MISSING = 0
const OTHER = 1
const FIRST_LISTED = 2
/** A text that is neither a number, nor an instant, nor a duration. */
const UNREADABLE = '?'

export function valueTable(source: ValueSource, tests: readonly RuleTest[], rules: number): ValueTable {
  const samples = samplesOf(source, tests)
  const wordsPerRow = wordsFor(rules)
  const table: ValueTable = {
    source,
    tests,
    wordsPerRow,
    bits: new Int32Array((samples.length + 1) * wordsPerRow),
    rowByValue: new Map(source.line === null ? samples.map((sample, row) => [sample, row * wordsPerRow]) : []),
    line: numberLine(placesOf(tests)),
    offset: UNREAD,
  }
  for (const [row, sample] of samples.entries()) fillRow(table, row * wordsPerRow, sample)
  return table
}

/** What the bits of a table would take, in bytes. */
export function tableBytes(source: ValueSource, tests: readonly RuleTest[], rules: number): number {
  return (samplesOf(source, tests).length + 1) * wordsFor(rules) * Int32Array.BYTES_PER_ELEMENT
}

/** Finds the row of a value: where it begins in `bits`. */
export function rowOffset(table: ValueTable, value: FactValue): number {
  if (!isLiteral(value)) return rowOfSeveral(table, value)
  const { line } = table.source
  if (line === null) return table.rowByValue.get(value) ?? OTHER * table.wordsPerRow
  const place = typeof value === 'number' && !Number.isNaN(value) ? value : placeOnLine(line, value)
  if (place === null) return (value === null || value === '' ? MISSING : OTHER) * table.wordsPerRow
  return (FIRST_LISTED + stepsUpTo(table.line, place)) * table.wordsPerRow
}

function rowOfSeveral(table: ValueTable, value: FactValue): number {
  const offset = table.bits.length - table.wordsPerRow
  fillRow(table, offset, value)
  return offset
}

function fillRow({ bits, tests, wordsPerRow }: ValueTable, offset: number, value: FactValue): void {
  bits.fill(-1, offset, offset + wordsPerRow)
  for (const { rule, test } of tests) {
    if (test.holds(value)) continue
    const word = offset + Math.floor(rule / BITS_PER_WORD)
    bits[word] = (bits[word] ?? 0) & ~(1 << (rule % BITS_PER_WORD))
  }
}

/** One value for each row but the last, as they follow each other. */
function samplesOf({ line }: ValueSource, tests: readonly RuleTest[]): readonly Literal[] {
  return line === null ? listed(tests.flatMap(({ test }) => test.values)) : alongLine(placesOf(tests))
}

/** Ascending, each once. */
function placesOf(tests: readonly RuleTest[]): readonly number[] {
  const places = tests.flatMap(({ test }) => test.values).filter((value) => typeof value === 'number')
  return [...new Set(places)].sort((one, other) => one - other)
}

function wordsFor(rules: number): number {
  return Math.ceil(rules / BITS_PER_WORD)
}

/** One value for each row: missing, unreadable, then the gaps and the places in turn. */
function alongLine(places: readonly number[]): readonly Literal[] {
  const samples: Literal[] = [null, UNREADABLE, Number.NEGATIVE_INFINITY]
  for (const [index, place] of places.entries()) {
    const next = places[index + 1]
    samples.push(place, next === undefined ? Number.POSITIVE_INFINITY : place / 2 + next / 2)
  }
  return samples
}

/** One value for each row: missing, any that is not listed, the empty text, then the listed ones.
 *
 * Values also match across types, as 5 and "5" do: each is listed in every form it may come in. */
function listed(values: readonly Literal[]): readonly Literal[] {
  const forms = new Set<Literal>(['', true, false, 'true', 'false'])
  for (const value of values) {
    if (value === null) continue
    const text = String(value)
    forms.add(value).add(text)
    if (String(Number(text)) === text) forms.add(Number(text))
  }
  return [null, unlike(forms), ...forms]
}

function unlike(forms: ReadonlySet<Literal>): string {
  let text = UNREADABLE
  while (forms.has(text)) text += UNREADABLE
  return text
}
