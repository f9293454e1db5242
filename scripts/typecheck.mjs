// `npm run typecheck`: every TypeScript project, side by side.
import { checks, runCheck } from './lib/test-groups.mjs'
import { printSummary } from './lib/test-summary.mjs'

const startedAt = Date.now()
const results = []
for (const check of checks) if (check.name.startsWith('types')) results.push(await runCheck(process.execPath, check))
process.exitCode = printSummary(results, Date.now() - startedAt)
