// `npm test`: installs what is missing, runs every check and every test, and sums them up.
// `npm run check` is the same without the tests.
import { requireNode } from './lib/require-node.mjs'

requireNode()
const { ensureInstalled } = await import('./lib/installation.mjs')
const { ensureChromium } = await import('./lib/chromium.mjs')
const { ensureWebBuilt } = await import('./lib/web-build.mjs')
const { checks, testProjects, runCheck, runTestProject } = await import('./lib/test-groups.mjs')
const { printSummary } = await import('./lib/test-summary.mjs')

const isChecksOnly = process.argv.includes('--checks')
const startedAt = Date.now()
const { node } = ensureInstalled()
const results = []
for (const check of checks) results.push(await runCheck(node, check))
if (!isChecksOnly) {
  const chromium = ensureChromium()
  ensureWebBuilt(node)
  for (const project of testProjects) results.push(await runTestProject({ node, project, chromium }))
}
process.exitCode = printSummary(results, Date.now() - startedAt)
