import type { CompiledCondition } from './compile.ts'
import type { Facts } from './facts.ts'
import { type RuleWord, ruleWords } from './rule-words.ts'
import { tablesOf, testsBeyond } from './tables-of.ts'
import { BITS_PER_WORD, rowOffset, UNREAD, type ValueTable } from './value-table.ts'

/** Finds the rules of a list that are met without asking each: the values of an item say which rules remain.
 *
 * Exact, errors included: nothing but a lookup of related rows can fail, so all that the rules at hand look up is
 * read first; when that throws, the caller asks the rules themselves, one by one.
 * Limits: 512 KiB of bits a list; tests beyond them are asked of the rules that remain. */
export interface RuleIndex {
  /** Index of the first rule at or after `from` that is met, or -1; `from` 0 begins with new facts. */
  next(facts: Facts, from: number): number
}

/** Fewer rules are asked as fast as they are looked up. */
const INDEXED_RULES_MIN = 4

/** An index of the conditions, or null when it would not pay. */
export function indexRules(conditions: readonly CompiledCondition[]): RuleIndex | null {
  if (conditions.length < INDEXED_RULES_MIN) return null
  const tables = tablesOf(conditions)
  if (tables.length === 0) return null
  const words = ruleWords(conditions, tables)
  const beyond = conditions.map((condition) => testsBeyond(tables, condition))
  const all = [...new Set([...tables, ...words.flatMap(({ lookups }) => lookups)])]
  return {
    next: (facts, from) => {
      if (from === 0) for (const table of all) table.offset = UNREAD
      for (let at = Math.floor(from / BITS_PER_WORD); at < words.length; at++) {
        const word = words[at]
        let bits = word === undefined ? 0 : candidates(word, at, facts)
        const first = at * BITS_PER_WORD
        if (from > first) bits &= -1 << (from - first)
        while (bits !== 0) {
          const bit = bits & -bits
          const rule = first + BITS_PER_WORD - 1 - Math.clz32(bit)
          if (everyHolds(beyond[rule], facts)) return rule
          bits ^= bit
        }
      }
      return -1
    },
  }
}

/** The rules of a word that every value read leaves possible; reads no further than it must. */
function candidates({ lookups, tables, rules }: RuleWord, at: number, facts: Facts): number {
  for (const table of lookups) readOnce(table, facts)
  let bits = rules
  for (const { table, tested } of tables) {
    if ((bits & tested) === 0) continue
    readOnce(table, facts)
    bits &= table.bits[table.offset + at] ?? 0
    if (bits === 0) return 0
  }
  return bits
}

function readOnce(table: ValueTable, facts: Facts): void {
  if (table.offset === UNREAD) table.offset = rowOffset(table, table.source.read(facts))
}

function everyHolds(tests: readonly ((facts: Facts) => boolean)[] | undefined, facts: Facts): boolean {
  if (tests !== undefined) for (const test of tests) if (!test(facts)) return false
  return true
}
