/**
 * Runs the benches one after the other, or those that are named.
 *
 * npm run bench -- [NAME …]
 *
 * Each is a process of its own, so that none pays for the garbage of another.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** The quick ones first. The last needs a browser. */
const benches = ['rules', 'calendars', 'routing-decisions', 'engine', 'chat', 'assignment-on-screen'] as const

const named = process.argv.slice(2)
const unknown = named.filter((name) => !benches.some((bench) => bench === name))
if (unknown.length > 0) {
  console.error(`There is no bench '${unknown.join("', '")}'; there are ${benches.join(', ')}.`)
  process.exitCode = 2
} else {
  for (const bench of benches) if (named.length === 0 || named.includes(bench)) run(bench)
}

function run(bench: string): void {
  console.log(`\n== ${bench}`)
  const file = join(import.meta.dirname, `${bench}.ts`)
  const { status } = spawnSync(process.execPath, ['--expose-gc', file], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
