/**
 * How long after it was decided an assignment stands on the representative's screen, in a real browser.
 *
 * npm run bench -- assignment-on-screen [--quick]
 *
 * The journal's instant is taken before the commit, so the figure holds decision, commit, live stream and rendering.
 * The promise is 200 ms from the commit.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { parse } from 'yaml'
import { type Client, createClient } from '../packages/client/src/main.ts'
import { startServer } from '../packages/server/src/main.ts'
import { startBrowser } from './harness/browser.ts'
import { stoppedAtEnd, temporaryDirectory } from './harness/ending.ts'
import { openWorkspace } from './harness/open-workspace.ts'
import { createReport } from './harness/report.ts'
import { quantile } from './harness/statistics.ts'

const PROMISE_MS = 200
const report = createReport()
const samples = report.isQuick ? 10 : 100
const { path: data, remove } = await temporaryDirectory('bench')
const configuration: unknown = parse(
  await readFile(join(import.meta.dirname, '..', 'demo', 'organization.yaml'), 'utf8'),
)
const server = await stoppedAtEnd(
  startServer({
    flags: { port: '0', data, logLevel: 'warn' },
    environment: {},
    firstContent: { configuration, load: async () => undefined },
  }),
)
const browser = await startBrowser()
try {
  if (server.administrator === null) throw new Error('a fresh data directory has an administrator')
  const { email, password } = server.administrator
  const api = createClient({ baseUrl: server.url })
  await api.session.signIn({ email, password })
  const page = await browser.newPage({ baseURL: server.url })
  await openWorkspace(page, '/workspace', { email: 'bjorn@fjordline.example', password })
  const delaysMs: number[] = []
  for (let sample = 0; sample < samples; sample++) delaysMs.push(await delayMs(api, page, sample))
  const p95 = quantile(delaysMs, 0.95)
  report.table({
    name: 'delay',
    title: 'Assignment on the screen of a real browser, ms after the decision',
    columns: ['samples', 'p50', 'p95', 'longest'],
    rows: [[samples, quantile(delaysMs, 0.5), p95, Math.max(...delaysMs)]],
  })
  report.claim({
    claim: 'An assignment stands on the screen after the decision',
    target: `p95 under ${PROMISE_MS} ms`,
    measured: `${p95} ms`,
    holds: p95 < PROMISE_MS,
  })
} finally {
  await browser.stop()
  await server.stop()
  await remove()
}
await report.finish()

async function delayMs(api: Client, page: Page, sample: number): Promise<number> {
  const title = `Invoice ${sample} of the measurement`
  // The browser looks at every frame, so this is up to 16 ms late.
  const shown = page.getByText(title).first().waitFor().then(Date.now)
  const { row, workItem } = await api.rows.create('case', { values: { title, category: 'Invoice' }, route: true })
  const shownAtMs = await shown
  let assignedAtMs = Number.NaN
  for await (const event of api.workItems.journal(workItem?.id ?? ''))
    if (event.type === 'workItem.assigned') assignedAtMs = new Date(event.at).getTime()
  await api.rows.complete('case', row.id)
  return shownAtMs - assignedAtMs
}
