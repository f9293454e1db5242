import type { RuleMatcher } from './ask-in-turn.ts'
import type { CompiledCondition } from './compile.ts'
import type { Facts } from './facts.ts'
import { inReadingOrder, type RulePair, rulePairs } from './rule-pairs.ts'
import { tablesOf, testsBeyond } from './tables-of.ts'
import { BITS_PER_WORD, RULES_PER_PAIR, readRow, type ValueTable } from './value-table.ts'

/** Fewer rules are asked as fast as they are looked up. */
const INDEXED_RULES_MIN = 4

/** What a list of rules is found by, and how far the item at hand has been read. */
interface RuleIndex {
  /** In the order in which they are read. */
  readonly tables: readonly ValueTable[]
  readonly bits: Int32Array
  readonly pairs: readonly RulePair[]
  /** For each rule what no table answers. */
  readonly beyond: readonly (readonly ((facts: Facts) => boolean)[])[]
  tablesRead: number
  /** Where the rows of the tables read begin. */
  readonly rows: Int32Array
  /** The rules of the pair at hand that may still be met. */
  readonly left: Int32Array
}

/** Finds the rules of a list that are met without asking each: the values of an item say which rules remain.
 *
 * Exact, errors included: nothing but a lookup of related rows can fail, so all that the rules at hand look up is
 * read first; when that throws, the caller asks the rules themselves, one by one. Null when it would not pay.
 * Limits: 512 KiB of bits a list; tests beyond them are asked of the rules that remain. */
export function indexRules(conditions: readonly CompiledCondition[]): RuleMatcher | null {
  if (conditions.length < INDEXED_RULES_MIN) return null
  const { tables: unordered, bits } = tablesOf(conditions)
  if (unordered.length === 0) return null
  const tables = inReadingOrder(conditions, unordered)
  const index: RuleIndex = {
    tables,
    bits,
    pairs: rulePairs(conditions, tables),
    beyond: conditions.map((condition) => testsBeyond(tables, condition)),
    tablesRead: 0,
    rows: new Int32Array(tables.length),
    left: new Int32Array(2),
  }
  return {
    firstMatch: (facts) => firstMatch(index, facts),
    allMatches: (facts, out) => allMatches(index, facts, out),
  }
}

function firstMatch(index: RuleIndex, facts: Facts): number {
  index.tablesRead = 0
  for (let pair = 0; pair < index.pairs.length; pair++) {
    narrow(index, pair, facts)
    const rule = nextRule(index, pair, facts)
    if (rule >= 0) return rule
  }
  return -1
}

function allMatches(index: RuleIndex, facts: Facts, out: number[]): number {
  out.length = 0
  index.tablesRead = 0
  for (let pair = 0; pair < index.pairs.length; pair++) {
    narrow(index, pair, facts)
    for (let rule = nextRule(index, pair, facts); rule >= 0; rule = nextRule(index, pair, facts)) out.push(rule)
  }
  return out.length
}

/** Leaves of a pair the rules that no value read excludes, and reads no further once there is none. */
function narrow(index: RuleIndex, at: number, facts: Facts): void {
  const { tables, bits, rows, left, tablesRead } = index
  const pair = index.pairs[at]
  if (pair === undefined) return
  for (const read of pair.lookups) read(facts)
  let { low, high } = pair
  for (let n = 0; n < tablesRead; n++) {
    const words = (rows[n] ?? 0) + 2 * at
    low &= bits[words] ?? 0
    high &= bits[words + 1] ?? 0
  }
  let next = tablesRead
  for (; next < tables.length && ((low | high) !== 0 || next < pair.tablesFirst); next++) {
    const table = tables[next]
    if (table === undefined) break
    const row = readRow(table, facts)
    rows[next] = row
    low &= bits[row + 2 * at] ?? 0
    high &= bits[row + 2 * at + 1] ?? 0
  }
  index.tablesRead = next
  left[0] = low
  left[1] = high
}

/** The first rule left of a pair that is met, taken with those before it; -1: none is. */
function nextRule({ left, beyond }: RuleIndex, pair: number, facts: Facts): number {
  for (let word = 0; word < 2; word++) {
    let rules = left[word] ?? 0
    while (rules !== 0) {
      const rule = pair * RULES_PER_PAIR + word * BITS_PER_WORD + 31 - Math.clz32(rules & -rules)
      rules &= rules - 1
      left[word] = rules
      if (everyHolds(beyond[rule], facts)) return rule
    }
  }
  return -1
}

function everyHolds(tests: readonly ((facts: Facts) => boolean)[] | undefined, facts: Facts): boolean {
  if (tests !== undefined) for (const test of tests) if (!test(facts)) return false
  return true
}
