import type { CompiledCondition } from './compile.ts'
import { BITS_PER_WORD, type ValueTable, valueTable } from './value-table.ts'

/** Thirty-two rules that are looked up at once. */
export interface RuleWord {
  /** What can fail and no earlier word has read: it is read before anything is concluded. */
  readonly lookups: readonly ValueTable[]
  /** The tables that can exclude one of these rules, those that most of them depend on first. */
  readonly tables: readonly ValueTable[]
  /** A bit for each rule that there is. */
  readonly rules: number
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

function tablesOfWord(tables: readonly ValueTable[], first: number): readonly ValueTable[] {
  return tables
    .map((table) => ({ table, rules: rulesInWord(table, first) }))
    .filter(({ rules }) => rules > 0)
    .sort((one, other) => other.rules - one.rules)
    .map(({ table }) => table)
}

function rulesInWord({ tests }: ValueTable, first: number): number {
  return new Set(tests.map(({ rule }) => rule).filter((rule) => rule >= first && rule < first + BITS_PER_WORD)).size
}
