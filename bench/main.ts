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
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CommandLine, readCommandLine, UsageError } from './harness/command-line.ts'
import { claimsTable, renderFigures } from './harness/documents.ts'
import { isEnding, temporaryDirectory, undoAtEnd } from './harness/ending.ts'
import { commitOf, describeMachine } from './harness/machine.ts'
import { printed } from './harness/report.ts'
import { addRun, type BenchRun, readBenchResult, readResults } from './harness/results-file.ts'

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
try {
  await runAll(readCommandLine(process.argv.slice(2), benches))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  console.error(error.message)
  process.exitCode = 2
}

async function runAll(wanted: CommandLine): Promise<void> {
  const { json, writesDocument } = wanted
  // A file that cannot be added to is found out before an hour of work.
  if (json !== null) await readResults(json)
  const runs: [bench: string, Pick<BenchRun, 'result'>][] = []
  for (const bench of wanted.benches) {
    const result = isEnding() ? null : await run(bench, wanted)
    if (result !== null) runs.push([bench, { result }])
  }
  const promises = claimsTable(runs)
  if (promises.rows.length > 0) console.log(`\n== promises\n\n${printed(promises)}`)
  if (writesDocument && json !== null && !isEnding()) await render(json)
}

/** Null: it failed. */
async function run(bench: string, { isQuick, json }: CommandLine): Promise<BenchRun['result'] | null> {
  console.log(`\n== ${bench}`)
  const machine = await describeMachine()
  const begun = performance.now()
  const { path, remove } = await temporaryDirectory('figures')
  const file = join(path, 'result.json')
  const args = ['--expose-gc', join(import.meta.dirname, `${bench}.ts`), '--json', file]
  const code = await runToTheEnd(isQuick ? [...args, '--quick'] : args)
  const result = code === 0 ? await readBenchResult(file) : null
  if (result === null) {
    console.error(`${bench} failed: ${code === null ? 'a signal ended it' : `it ended with ${code}`}.`)
    process.exitCode = 1
  } else if (json !== null)
    await addRun(json, bench, {
      date: new Date().toISOString(),
      commit: commitOf(import.meta.dirname),
      quick: isQuick,
      seconds: Math.round((performance.now() - begun) / 1_000),
      machine,
      result,
    })
  await remove()
  return result
}

/** Answers the exit code of a process of its own; null: a signal ended it. It hears of a signal from here alone: in the
 * group of this one it would hear a Ctrl-C of the terminal, too. */
async function runToTheEnd(args: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: true })
  const ended = once(child, 'exit')
  const stop = undoAtEnd(async () => {
    child.kill()
    await ended
  })
  const late = setTimeout(() => void stop(), BENCH_MS_MAX)
  await ended
  clearTimeout(late)
  await stop()
  return child.exitCode
}

async function render(json: string): Promise<void> {
  const text = await readFile(document, 'utf8')
  await writeFile(document, renderFigures(text, await readResults(json)))
  console.log(`The tables of ${document} are those of ${json}.`)
}
