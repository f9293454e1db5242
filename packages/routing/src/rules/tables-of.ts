import type { CompiledCondition, Conjunct } from './compile.ts'
import type { Facts } from './facts.ts'
import { planTable, type RuleTest, type TablePlan, type ValueTable, valueTable } from './value-table.ts'
import { sameSource, type ValueTest } from './value-test.ts'

/** A value that one rule alone tests is better read when that rule remains. */
const RULES_PER_SOURCE_MIN = 2
/** So many words of bits, which are 512 KiB. */
const INDEX_WORDS_MAX = 128 * 1_024

/** The tables of a list of rules and the bits that they share. */
export interface ValueTables {
  readonly tables: readonly ValueTable[]
  readonly bits: Int32Array
}

/** Tables for what rules test, those that most rules depend on first, as far as the memory granted reaches. */
export function tablesOf(conditions: readonly CompiledCondition[]): ValueTables {
  const plans: TablePlan[] = []
  let size = 0
  for (const [{ source }, tests] of testsBySource(conditions)) {
    const plan = planTable(source, tests, conditions.length)
    if (size + plan.size > INDEX_WORDS_MAX) continue
    plans.push(plan)
    size += plan.size
  }
  const bits = new Int32Array(size)
  let start = 0
  const tables = plans.map((plan) => {
    const table = valueTable(plan, bits, start)
    start = table.end
    return table
  })
  return { tables, bits }
}

/** What the tables cannot answer of a condition. */
export function testsBeyond(
  tables: readonly ValueTable[],
  { conjuncts }: CompiledCondition,
): readonly ((facts: Facts) => boolean)[] {
  return conjuncts.filter((conjunct) => !isTabled(tables, conjunct)).map(({ test }) => test)
}

function isTabled(tables: readonly ValueTable[], { valueTest }: Conjunct): boolean {
  return valueTest !== null && tables.some(({ source }) => sameSource(source, valueTest.source))
}

/** The tests of each source that several rules ask about, the most asked first. */
function testsBySource(
  conditions: readonly CompiledCondition[],
): readonly (readonly [ValueTest, readonly RuleTest[]])[] {
  const groups = new Map<string, [ValueTest, RuleTest[]]>()
  for (const [rule, { conjuncts }] of conditions.entries()) {
    for (const { valueTest: test } of conjuncts) {
      if (test === null) continue
      const key = `${test.source.line} ${test.source.path}`
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [test, [{ rule, test }]])
      else group[1].push({ rule, test })
    }
  }
  return [...groups.values()]
    .filter(([, tests]) => rulesOf(tests) >= RULES_PER_SOURCE_MIN)
    .sort(([, one], [, other]) => rulesOf(other) - rulesOf(one))
}

function rulesOf(tests: readonly RuleTest[]): number {
  return new Set(tests.map(({ rule }) => rule)).size
}
