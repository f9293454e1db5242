import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, relative } from 'node:path'
import { packageFile, root } from './paths.mjs'
import { onStopRequest, startProcess } from './process.mjs'

const typescript = packageFile('typescript', 'bin', 'tsc')
const biome = packageFile('@biomejs', 'biome', 'bin', 'biome')
const knip = packageFile('knip', 'bin', 'knip.js')
const vitest = packageFile('vitest', 'vitest.mjs')

/** Checks that count as one test each. */
export const checks = [
  { name: 'types: node packages and tests', args: [typescript, '-p', root] },
  { name: 'types: the router, pure', args: [typescript, '-p', join(root, 'packages', 'routing')] },
  { name: 'types: web', args: [typescript, '-p', join(root, 'packages', 'web')] },
  { name: 'types: chat widget', args: [typescript, '-p', join(root, 'packages', 'widget')] },
  { name: 'types: browser tests', args: [typescript, '-p', join(root, 'tests', 'e2e')] },
  { name: 'format, lint and walls', args: [biome, 'check', '--error-on-warnings'] },
  { name: 'dead code', args: [knip, '--no-progress'] },
]

/** What of a failure the summary repeats. */
const WHY_LINES = 8
const LINE_LENGTH = 200

/** Projects of vitest.config.ts, the quick ones first. */
export const testProjects = ['unit', 'pg', 'crash', 'e2e']

let running = null
onStopRequest((signal) => {
  running?.stop(signal)
  process.exit(130)
})

/** Runs one check; it has passed when it exits with 0. */
export async function runCheck(node, { name, args }) {
  const startedAt = heading(name)
  const code = await run(node, args)
  const failed = code === 0 ? 0 : 1
  return { name, passed: 1 - failed, failed, skipped: 0, failures: [], ms: Date.now() - startedAt }
}

/** Runs the tests of one project; a run that dies, or has no test, is itself a failure. */
export async function runTestProject({ node, project, chromium }) {
  const name = `tests: ${project}`
  const startedAt = heading(name)
  const folder = mkdtempSync(join(tmpdir(), 'unified-routing-test-'))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const env = chromium === null ? {} : { UR_CHROMIUM: chromium }
  const code = await run(node, [vitest, 'run', '--project', project, ...reporters], env)
  const counts = countsOf(report)
  rmSync(folder, { recursive: true, force: true })
  const isBroken = counts.passed + counts.failed === 0 || (code !== 0 && counts.failed === 0)
  return { name, ...counts, failed: counts.failed + (isBroken ? 1 : 0), ms: Date.now() - startedAt }
}

async function run(node, args, env = {}) {
  const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`
  running = startProcess(node, args, { env: { ...process.env, PATH: path, ...env } })
  const code = await running.ended
  running = null
  return code
}

function countsOf(report) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    const failures = testResults.flatMap(failuresOf)
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests, failures }
  } catch {
    return { passed: 0, failed: 0, skipped: 0, failures: [] }
  }
}

/** Each failed test of a file with the first lines of why; a file that failed as a whole, as itself. */
function failuresOf({ name, status, message, assertionResults }) {
  const file = relative(root, name)
  const failed = assertionResults.filter((one) => one.status === 'failed')
  if (failed.length === 0) return status === 'failed' ? [{ title: file, why: firstLines(message) }] : []
  return failed.map((one) => ({ title: `${file} > ${one.fullName}`, why: firstLines(one.failureMessages.join('\n')) }))
}

function firstLines(text) {
  return (text ?? '')
    .split('\n')
    .slice(0, WHY_LINES)
    .map((line) => line.slice(0, LINE_LENGTH))
}

function heading(name) {
  console.log(`\n== ${name} ${'='.repeat(Math.max(3, 90 - name.length))}`)
  return Date.now()
}
