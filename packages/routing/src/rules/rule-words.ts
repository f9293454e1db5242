import type { CompiledCondition } from './compile.ts'
import { BITS_PER_WORD, type ValueTable, valueTable } from './value-table.ts'

/** Thirty-two rules that are looked up at once. */
export interface RuleWord {
  /** What can fail and no earlier word has read: it is read before anything is concluded. */
  readonly lookups: readonly ValueTable[]
  /** The tables that can exclude one of these rules, those likely to exclude most first. */
  readonly tables: readonly WordTable[]
  /** A bit for each rule that there is. */
  readonly rules: number
}

/** A table as one word of rules uses it; `tested` has the bits of those whose fate it can change. */
export interface WordTable {
  readonly table: ValueTable
  readonly tested: number
}

export function ruleWords(
  conditions: readonly CompiledCondition[],
  tables: readonly ValueTable[],
): readonly RuleWord[] {
  const words: RuleWord[] = []
  const known = new Set<string>()
  for (let first = 0; first < conditions.length; first += BITS_PER_WORD) {
    const those = conditions.slice(first, first + BITS_PER_WORD)
    words.push({
      lookups: newLookups(those, tables, known),
      tables: tablesOfWord(tables, first),
      rules: those.length === BITS_PER_WORD ? -1 : (1 << those.length) - 1,
    })
  }
  return words
}

/** What the rules look up that is not yet known. A lookup without a table gets an empty one, only to be read. */
function newLookups(
  conditions: readonly CompiledCondition[],
  tables: readonly ValueTable[],
  known: Set<string>,
): readonly ValueTable[] {
  const lookups: ValueTable[] = []
  for (const { path, read } of conditions.flatMap((condition) => condition.lookups)) {
    if (known.has(path)) continue
    known.add(path)
    const table = tables.find(({ source }) => source.path === path)
    lookups.push(table ?? valueTable({ path, read, line: null }, [], 0))
  }
  return lookups
}

function tablesOfWord(tables: readonly ValueTable[], first: number): readonly WordTable[] {
  return tables
    .map((table) => ({ table, tested: testedBits(table, first), excluded: excludedOnAverage(table, first) }))
    .filter(({ tested }) => tested !== 0)
    .sort((one, other) => other.excluded - one.excluded)
    .map(({ table, tested }) => ({ table, tested }))
}

function testedBits({ tests }: ValueTable, first: number): number {
  let bits = 0
  for (const { rule } of tests) if (rule >= first && rule < first + BITS_PER_WORD) bits |= 1 << (rule - first)
  return bits
}

/** How many rules of the word a value excludes, were all rows of the table equally likely. */
function excludedOnAverage({ bits, wordsPerRow }: ValueTable, first: number): number {
  let excluded = 0
  for (let at = first / BITS_PER_WORD; at < bits.length - wordsPerRow; at += wordsPerRow) {
    for (let left = ~(bits[at] ?? 0); left !== 0; left &= left - 1) excluded++
  }
  return (excluded * wordsPerRow) / bits.length
}
