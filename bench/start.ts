/**
 * How long the product takes from `npm start` to the first routed item, once it is installed.
 *
 * npm run bench -- start [--quick]
 *
 * The command of the handbook, npm and all, on a data directory of its own with the demo organization. The first start
 * installs what is missing, builds the pages and fills the database, so it is not counted.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Client, createClient } from '../packages/client/src/main.ts'
import { temporaryDirectory, undoAtEnd } from './harness/ending.ts'
import { freePort } from './harness/free-port.ts'
import { createReport } from './harness/report.ts'
import { median } from './harness/statistics.ts'

const report = createReport()
const starts = report.isQuick ? 5 : 11
const TARGET_MS = 2_000
const AFTER_STOP_MS = 2_000
const root = join(import.meta.dirname, '..')

interface Started {
  readonly openMs: number
  readonly routedMs: number
}

const { path: data, remove } = await temporaryDirectory('bench')
const port = await freePort()
const api = createClient({ baseUrl: `http://127.0.0.1:${port}` })
try {
  const first = await start()
  await api.session.signIn({ email: 'admin@example.com', password: first.password })
  await first.stop()
  const times: Started[] = []
  for (let turn = 0; turn < starts; turn += 1) times.push(await measure(turn))
  tell(times)
} finally {
  await remove()
}
await report.finish()

async function measure(turn: number): Promise<Started> {
  const begun = performance.now()
  const { stop } = await start()
  try {
    const openMs = performance.now() - begun
    await routeOne(api, turn)
    return { openMs, routedMs: performance.now() - begun }
  } finally {
    await stop()
  }
}

async function routeOne(client: Client, turn: number): Promise<void> {
  const values = { title: `First case of start ${turn}`, category: 'Invoice' }
  const { workItem } = await client.rows.create('case', { values, route: true })
  if (workItem === null || workItem.queue === null) throw new Error('The first case was not routed.')
}

/** `npm start`, until it says where it is open. */
async function start(): Promise<{ readonly password: string; readonly stop: () => Promise<void> }> {
  const child = spawn('npm', ['start', '--', '--port', String(port), '--data', data], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(child, 'exit')
  const stop = undoAtEnd(async () => {
    child.kill('SIGTERM')
    await ended
    await isGone()
  })
  for await (const line of createInterface({ input: child.stdout })) {
    const password = /^Sign in with the password (\S+)/.exec(line)?.[1]
    if (password !== undefined) return { password, stop }
  }
  throw new Error('The server did not start.')
}

/** npm ends before what it started has stopped. */
async function isGone(): Promise<void> {
  for (;;) {
    const isThere = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      () => true,
      () => false,
    )
    if (!isThere) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  // Its PostgreSQL stops after it.
  await new Promise((resolve) => setTimeout(resolve, AFTER_STOP_MS))
}

function tell(times: readonly Started[]): void {
  const row = (name: string, ms: readonly number[]) => [
    name,
    Math.round(median(ms)),
    Math.round(Math.min(...ms)),
    Math.round(Math.max(...ms)),
  ]
  const routed = times.map(({ routedMs }) => routedMs)
  report.table({
    name: 'second',
    title: `npm start on an installation that has been started before; median of ${times.length}, ms`,
    columns: ['until', 'ms', 'lowest', 'highest'],
    rows: [
      row(
        'it says where it is open',
        times.map(({ openMs }) => openMs),
      ),
      row('the first case is routed', routed),
    ],
  })
  report.claim({
    claim: 'From npm start to the first routed item',
    target: `under ${TARGET_MS / 1_000} s`,
    measured: `${(median(routed) / 1_000).toFixed(2)} s`,
    holds: median(routed) < TARGET_MS,
  })
}
