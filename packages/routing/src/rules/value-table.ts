import type { Literal } from '../vocabulary.ts'
import { siteOf, valueAt } from './column-at.ts'
import type { Facts } from './facts.ts'
import { type NumberLine, numberLine, stepsUpTo } from './number-line.ts'
import { type ColumnAtHand, valuesAtHand } from './resolved-path.ts'
import { slotOf, type TextSlots, textSlots } from './text-slots.ts'
import { type FactValue, isLiteral } from './value.ts'
import { placeOnLine, type ValueSource, type ValueTest } from './value-test.ts'

/** For each value that matters to some rule, and for all that lie between, the rules it satisfies as a row of bits.
 *
 * Every row was found by asking the rules' own tests, so the table knows nothing of operators. A rule that does not
 * test the value is satisfied by all. The last row is worked out anew for a value that is a list. */
export interface ValueTable {
  readonly source: ValueSource
  readonly columnOf: ColumnAtHand['of'] | null
  readonly columnName: string
  readonly columnSite: number
  readonly onLine: boolean
  readonly tests: readonly RuleTest[]
  /** Shared with the other tables of a list. */
  readonly bits: Int32Array
  readonly start: number
  readonly end: number
  readonly wordsPerRow: number
  /** Where the row of a value begins, unless values lie on a line. */
  readonly rowByValue: ReadonlyMap<Literal, number>
  readonly rowOfOther: number
  readonly rowOfEmpty: number
  readonly rowOfTrue: number
  readonly rowOfFalse: number
  /** The same by the slot of a text; null: texts are looked up like other values. */
  readonly texts: TextSlots | null
  readonly rowBySlot: Int32Array
  /** The numbers at which answers change. */
  readonly line: NumberLine
}

/** A test of one rule, known by its index in the list. */
export interface RuleTest {
  readonly rule: number
  readonly test: ValueTest
}

/** What a table will hold: its tests, and one value for each row but the last. */
export interface TablePlan {
  readonly source: ValueSource
  readonly tests: readonly RuleTest[]
  readonly samples: readonly Literal[]
  readonly wordsPerRow: number
  /** What it takes in words of bits. */
  readonly size: number
}

export const BITS_PER_WORD = 32
/** Rows are of pairs of words. */
export const RULES_PER_PAIR = 2 * BITS_PER_WORD

const MISSING = 0
const OTHER = 1
const FIRST_LISTED = 2
/** A text that is neither a number, nor an instant, nor a duration. */
const UNREADABLE = '?'

export function planTable(source: ValueSource, tests: readonly RuleTest[], rules: number): TablePlan {
  const samples = samplesOf(source, tests)
  const wordsPerRow = Math.ceil(rules / RULES_PER_PAIR) * 2
  return { source, tests, samples, wordsPerRow, size: (samples.length + 1) * wordsPerRow }
}

/** Fills the words from `start` on. */
export function valueTable(plan: TablePlan, bits: Int32Array, start: number): ValueTable {
  const { source, tests, samples, wordsPerRow } = plan
  const rowAt = (index: number) => start + index * wordsPerRow
  const rowByValue = new Map(source.line === null ? samples.map((sample, index) => [sample, rowAt(index)]) : [])
  const texts = source.line === null ? textSlots(textsAmong(samples)) : null
  const table: ValueTable = {
    source,
    columnOf: source.column?.of ?? null,
    columnName: source.column?.name ?? '',
    columnSite: siteOf(source.column?.name ?? ''),
    onLine: source.line !== null,
    tests,
    bits,
    start,
    end: start + plan.size,
    wordsPerRow,
    rowByValue,
    rowOfOther: rowAt(OTHER),
    rowOfEmpty: rowByValue.get('') ?? rowAt(MISSING),
    rowOfTrue: rowByValue.get(true) ?? rowAt(OTHER),
    rowOfFalse: rowByValue.get(false) ?? rowAt(OTHER),
    texts,
    rowBySlot: Int32Array.from(texts?.texts ?? [], (text) => rowByValue.get(text) ?? rowAt(OTHER)),
    line: numberLine(placesOf(tests)),
  }
  for (const [index, sample] of samples.entries()) fillRow(table, rowAt(index), sample)
  return table
}

/** Reads the value and finds its row: where it begins in `bits`. */
export function readRow(table: ValueTable, facts: Facts): number {
  const { columnOf } = table
  if (columnOf !== null) {
    const values = valuesAtHand(facts, columnOf)
    return values === null ? table.start : rowOfLiteral(table, valueAt(values, table.columnName, table.columnSite))
  }
  const value = table.source.read(facts)
  return isLiteral(value) ? rowOfLiteral(table, value) : rowOfSeveral(table, value)
}

/** What is no literal counts as missing. */
function rowOfLiteral(table: ValueTable, value: Literal | undefined): number {
  if (typeof value === 'string') return rowOfText(table, value)
  if (typeof value === 'number') return rowOfNumber(table, value)
  if (typeof value === 'boolean') return value ? table.rowOfTrue : table.rowOfFalse
  return table.start
}

function rowOfText(table: ValueTable, text: string): number {
  const { texts } = table
  if (text === '') return table.rowOfEmpty
  if (texts === null) return rowOfOtherText(table, text)
  const slot = slotOf(texts, text)
  return texts.texts[slot] === text ? (table.rowBySlot[slot] ?? 0) : table.rowOfOther
}

function rowOfOtherText(table: ValueTable, text: string): number {
  const { line } = table.source
  if (line === null) return table.rowByValue.get(text) ?? table.rowOfOther
  const place = placeOnLine(line, text)
  return place === null ? table.rowOfOther : rowOnLine(table, place)
}

function rowOfNumber(table: ValueTable, number: number): number {
  if (!table.onLine) return table.rowByValue.get(number) ?? table.rowOfOther
  return Number.isNaN(number) ? table.rowOfOther : rowOnLine(table, number)
}

function rowOnLine({ start, line, wordsPerRow }: ValueTable, place: number): number {
  return start + (FIRST_LISTED + stepsUpTo(line, place)) * wordsPerRow
}

function rowOfSeveral(table: ValueTable, value: FactValue): number {
  const row = table.end - table.wordsPerRow
  fillRow(table, row, value)
  return row
}

function fillRow({ bits, tests, wordsPerRow }: ValueTable, row: number, value: FactValue): void {
  bits.fill(-1, row, row + wordsPerRow)
  for (const { rule, test } of tests) {
    if (test.holds(value)) continue
    const word = row + Math.floor(rule / BITS_PER_WORD)
    bits[word] = (bits[word] ?? 0) & ~(1 << (rule % BITS_PER_WORD))
  }
}

/** Those that a slot may be made for: the empty text has none. */
function textsAmong(samples: readonly Literal[]): readonly string[] {
  return samples.filter((sample) => typeof sample === 'string').filter((text) => text !== '')
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
