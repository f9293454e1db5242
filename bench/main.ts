/**
 * Runs the benches one after the other, or those that are named.
 *
 * npm run bench -- [NAME …] [--quick] [--json FILE] [--docs]
 *
 * --quick  a short form, to see that it runs; its figures are rough
 * --json   keeps the figures, with machine, versions, date and commit; other benches in the file stay
 * --docs   writes the tables of docs/performance.md from that file; alone with --json, without running anything
 *
 * Each is a process of its own, so that none pays for the garbage of another.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { renderFigures } from './harness/documents.ts'
import { commitOf, describeMachine } from './harness/machine.ts'
import { addRun, readBenchResult, readResults } from './harness/results-file.ts'

/** The quick ones first. The last two need a browser. */
const benches = [
  'rules',
  'calendars',
  'start',
  'engine',
  'throughput',
  'latency',
  'growth',
  'chat',
  'journal',
  'assignment-on-screen',
  'workspace-frames',
] as const

/** A bench that takes longer is broken: it is told to stop, and cleans up. */
const BENCH_MS_MAX = 60 * 60_000

const document = join(import.meta.dirname, '..', 'docs', 'performance.md')
const { values: options, positionals: named } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    docs: { type: 'boolean', default: false },
  },
  allowPositionals: true,
})
const unknown = named.filter((name) => !benches.some((bench) => bench === name))
const isRenderingOnly = options.docs && named.length === 0
if (unknown.length > 0) giveUp(`There is no bench '${unknown.join("', '")}'; there are ${benches.join(', ')}.`)
else if (options.docs && options.json === undefined) giveUp('--docs needs --json FILE: the tables are made from it.')
else {
  for (const bench of isRenderingOnly ? [] : benches) {
    if (named.length === 0 || named.includes(bench)) await run(bench)
  }
  if (options.docs && options.json !== undefined) await render(options.json)
}

function giveUp(text: string): void {
  console.error(text)
  process.exitCode = 2
}

async function run(bench: string): Promise<void> {
  console.log(`\n== ${bench}`)
  const machine = await describeMachine()
  const begun = performance.now()
  const directory = mkdtempSync(join(tmpdir(), 'unified-routing-figures-'))
  try {
    const json = join(directory, 'result.json')
    const args = ['--expose-gc', join(import.meta.dirname, `${bench}.ts`), '--json', json]
    if (options.quick) args.push('--quick')
    const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', timeout: BENCH_MS_MAX })
    if (status !== 0) {
      process.exitCode = 1
      return
    }
    if (options.json === undefined) return
    await addRun(options.json, bench, {
      date: new Date().toISOString(),
      commit: commitOf(import.meta.dirname),
      quick: options.quick,
      seconds: Math.round((performance.now() - begun) / 1_000),
      machine,
      result: await readBenchResult(json),
    })
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

async function render(json: string): Promise<void> {
  const text = await readFile(document, 'utf8')
  await writeFile(document, renderFigures(text, await readResults(json)))
  console.log(`The tables of ${document} are those of ${json}.`)
}
