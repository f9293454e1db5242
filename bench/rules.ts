/**
 * How many items a second a list of rules decides, ours and other engines' side by side.
 *
 * npm run bench -- rules [--quick]
 *
 * Every engine gets the same rules and the same items, must find the same rule for each item, and is then timed in turn
 * with the others. A slow one is timed on as many of the items as it manages in about a second.
 */
import { createReport } from './harness/report.ts'
import { median, turns } from './harness/statistics.ts'
import type { Contender } from './rules/contender.ts'
import { jsonLogicList, jsonLogicRules } from './rules/json-logic.ts'
import { jsonRules } from './rules/json-rules.ts'
import { type Item, type Rule, randomItems, randomRules } from './rules/rule-set.ts'
import { plainClosures, unifiedRouting } from './rules/unified-routing.ts'
import { zenTable } from './rules/zen.ts'

const ITEMS = 10_000
const ROUNDS = 7
const ROUNDS_QUICK = 5
const ROUND_MS_MIN = 100
const ROUND_MS_MAX = 1_000
/** Items on which an engine is tried first, to find how many it manages. */
const TRIED_ITEMS = 50
const TRIALS = 3
const SEED = 20_260_302

const engines: readonly ((rules: readonly Rule[]) => Contender)[] = [
  unifiedRouting,
  plainClosures,
  jsonLogicList,
  jsonLogicRules,
  zenTable,
  jsonRules,
]

const figures = createReport()
const roundMsMax = figures.isQuick ? ROUND_MS_MAX / 4 : ROUND_MS_MAX
const rounds = figures.isQuick ? ROUNDS_QUICK : ROUNDS

interface Runner {
  readonly contender: Contender
  readonly items: readonly Item[]
  readonly itemsPerSecond: number[]
}

for (const count of [10, 100, 1_000]) await compare(count)
await figures.finish()

async function compare(ruleCount: number): Promise<void> {
  const rules = randomRules(ruleCount, SEED + ruleCount)
  const items = randomItems(ITEMS, SEED)
  const started = performance.now()
  unifiedRouting(rules)
  const compileMs = performance.now() - started
  const runners: Runner[] = []
  for (const engine of engines) runners.push(await prepare(engine(rules), items))
  const expected = await plainClosures(rules).firstMatches(items)
  await verify(runners, expected)
  for (const round of turns(runners, rounds)) {
    for (const runner of round) runner.itemsPerSecond.push(await measure(runner))
  }
  report({ ruleCount, compileMs, matched: expected.filter((rule) => rule >= 0).length / ITEMS, runners })
}

/** Takes as many of the items as fit into a round. */
async function prepare(contender: Contender, items: readonly Item[]): Promise<Runner> {
  const tried = items.slice(0, TRIED_ITEMS)
  let msPerItem = 0
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const started = performance.now()
    await contender.firstMatches(tried)
    msPerItem = (performance.now() - started) / TRIED_ITEMS
  }
  const count = Math.max(TRIED_ITEMS, Math.min(items.length, Math.floor(roundMsMax / msPerItem)))
  return { contender, items: items.slice(0, count), itemsPerSecond: [] }
}

/** Everybody's answers must be those of the rules asked in turn. It also warms everybody up. */
async function verify(runners: readonly Runner[], expected: readonly number[]): Promise<void> {
  for (const { contender, items } of runners) {
    const found = await contender.firstMatches(items)
    const wrong = found.findIndex((rule, index) => rule !== expected[index])
    if (wrong < 0 && found.length === items.length) continue
    throw new Error(`${contender.name}: item ${wrong} met rule ${found[wrong]}, expected ${expected[wrong]}`)
  }
}

async function measure({ contender, items }: Runner): Promise<number> {
  const started = performance.now()
  let passes = 0
  let elapsedMs = 0
  while (elapsedMs < ROUND_MS_MIN) {
    await contender.firstMatches(items)
    passes += 1
    elapsedMs = performance.now() - started
  }
  return (passes * items.length * 1_000) / elapsedMs
}

interface Comparison {
  readonly ruleCount: number
  readonly compileMs: number
  readonly matched: number
  readonly runners: readonly Runner[]
}

function report({ ruleCount, compileMs, matched, runners }: Comparison): void {
  const rows = runners.map(({ contender, items, itemsPerSecond }) => ({
    contender,
    rate: median(itemsPerSecond),
    cells: [
      contender.name,
      Math.round(median(itemsPerSecond)),
      Math.round(Math.min(...itemsPerSecond)),
      Math.round(Math.max(...itemsPerSecond)),
      items.length,
    ],
  }))
  const best = (isOurs: boolean) =>
    Math.max(...rows.filter(({ contender }) => contender.isOurs === isOurs).map(({ rate }) => rate))
  figures.table({
    name: `rules-${ruleCount}`,
    title:
      `${ruleCount} rules of 3 conditions, ${ITEMS} items, ${Math.round(matched * 100)} % meet a rule; ` +
      `compiled in ${compileMs.toFixed(1)} ms; median of ${rounds} rounds, in turn`,
    columns: ['', 'items/s', 'lowest', 'highest', 'timed on items'],
    rows: rows.map(({ cells }) => cells),
  })
  figures.claim({
    claim: `${ruleCount} rules, beside the fastest other engine`,
    target: 'faster',
    measured: `${(best(true) / best(false)).toFixed(1)} times`,
    holds: best(true) > best(false),
  })
}
