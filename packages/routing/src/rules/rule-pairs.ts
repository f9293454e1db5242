import type { CompiledCondition } from './compile.ts'
import type { ResolvedPath } from './resolved-path.ts'
import { BITS_PER_WORD, RULES_PER_PAIR, type ValueTable } from './value-table.ts'

/** Sixty-four rules that are looked up at once, as a pair of words of bits. */
export interface RulePair {
  /** A bit for each rule that there is. */
  readonly low: number
  readonly high: number
  /** So many tables are read before anything is concluded: they look up rows, which can fail. */
  readonly tablesFirst: number
  /** What looks up rows, has no table, and is of no earlier pair: it is read too, to see whether it fails. */
  readonly lookups: readonly ResolvedPath['read'][]
}

/** Pairs for the tables in their order: what looks up rows for an early pair comes before what does for a later one. */
export function rulePairs(
  conditions: readonly CompiledCondition[],
  tables: readonly ValueTable[],
): readonly RulePair[] {
  const pairs: RulePair[] = []
  const known = new Set<string>()
  for (let first = 0; first < conditions.length; first += RULES_PER_PAIR) {
    const those = conditions.slice(first, first + RULES_PER_PAIR)
    const lookups = those.flatMap((condition) => condition.lookups).filter(({ path }) => !known.has(path))
    for (const { path } of lookups) known.add(path)
    pairs.push({
      low: firstBits(those.length),
      high: firstBits(those.length - BITS_PER_WORD),
      tablesFirst: tables.findLastIndex(({ source }) => known.has(source.path)) + 1,
      lookups: lookups.filter(({ path }) => !tables.some(({ source }) => source.path === path)).map(({ read }) => read),
    })
  }
  return pairs
}

/** The order in which tables are read: what must be read anyway, then those likely to exclude most rules. */
export function inReadingOrder(
  conditions: readonly CompiledCondition[],
  tables: readonly ValueTable[],
): readonly ValueTable[] {
  const pathsLookedUp = [...new Set(conditions.flatMap(({ lookups }) => lookups.map(({ path }) => path)))]
  const place = new Map(pathsLookedUp.map((path, index) => [path, index]))
  return tables
    .map((table) => ({ table, place: place.get(table.source.path) ?? place.size, excluded: excludedOnAverage(table) }))
    .sort((one, other) => one.place - other.place || other.excluded - one.excluded)
    .map(({ table }) => table)
}

/** How many rules a value excludes, were all rows of the table equally likely. */
function excludedOnAverage({ bits, start, end, wordsPerRow }: ValueTable): number {
  let excluded = 0
  for (let at = start; at < end - wordsPerRow; at++) {
    for (let left = ~(bits[at] ?? 0); left !== 0; left &= left - 1) excluded++
  }
  return (excluded * wordsPerRow) / (end - start)
}

function firstBits(count: number): number {
  if (count <= 0) return 0
  return count >= BITS_PER_WORD ? -1 : (1 << count) - 1
}
