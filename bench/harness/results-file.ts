import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { UsageError } from './command-line.ts'

const cell = z.union([z.string(), z.number(), z.null()])

const benchResult = z.object({
  tables: z.array(
    z.object({ name: z.string(), title: z.string(), columns: z.array(z.string()), rows: z.array(z.array(cell)) }),
  ),
  claims: z.array(z.object({ claim: z.string(), target: z.string(), measured: z.string(), holds: z.boolean() })),
  notes: z.array(z.string()),
})

const machine = z.object({
  processor: z.string(),
  processors: z.number(),
  memoryGb: z.number(),
  system: z.string(),
  node: z.string(),
  postgres: z.string(),
  /** Load average of the minute before: what else the machine did. */
  loadBefore: z.number(),
})

const benchRun = z.object({
  date: z.string(),
  commit: z.string(),
  quick: z.boolean(),
  seconds: z.number(),
  machine,
  result: benchResult,
})

const resultsFile = z.object({ format: z.literal(1), runs: z.record(z.string(), benchRun) })

export type Machine = z.infer<typeof machine>
export type BenchRun = z.infer<typeof benchRun>
export type ResultsFile = z.infer<typeof resultsFile>

/** What a bench wrote. */
export async function readBenchResult(path: string): Promise<BenchRun['result']> {
  return benchResult.parse(JSON.parse(await readFile(path, 'utf8')))
}

/** Figures of earlier runs; none when there is no such file. Errors: UsageError, it is a file of something else. */
export async function readResults(path: string): Promise<ResultsFile> {
  if (!existsSync(path)) return { format: 1, runs: {} }
  const text = await readFile(path, 'utf8')
  try {
    return resultsFile.parse(JSON.parse(text))
  } catch {
    throw new UsageError(`${path} is not a file of figures that a bench wrote: name another, or remove it.`)
  }
}

/** Puts a run into the file, in place of the one before of the same bench. */
export async function addRun(path: string, bench: string, run: BenchRun): Promise<void> {
  const { runs } = await readResults(path)
  await writeFile(path, `${JSON.stringify({ format: 1, runs: { ...runs, [bench]: run } }, null, 2)}\n`)
}
