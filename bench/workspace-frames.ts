/**
 * How smooth the workspace is in a real browser, and what of its processor one message takes: ten conversations stream
 * beside an open inbox of 500 items.
 *
 * npm run bench -- workspace-frames [--quick]
 *
 * Frames are counted by the page itself. Where other work shares the machine they say little; the processor time of the
 * page for each message says the same there.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type { CDPSession, Page } from 'playwright-core'
import { z } from 'zod'
import { type Client, createClient } from '../packages/client/src/main.ts'
import type { Configuration } from '../packages/routing/src/main.ts'
import { startServer } from '../packages/server/src/main.ts'
import { startBrowser } from './harness/browser.ts'
import { stoppedAtEnd, temporaryDirectory } from './harness/ending.ts'
import { openWorkspace } from './harness/open-workspace.ts'
import { createReport } from './harness/report.ts'
import { quantile } from './harness/statistics.ts'

const CONVERSATIONS = 10
const MESSAGES_PER_SECOND = 5
const ITEMS_AT_ONCE = 20
const SETTLE_MS = 3_000
/** A frame later than this was missed at 60 a second. */
const FRAME_LATE_MS = 25
const FRAME_P95_MS = 17.5
const MAIN_THREAD_SHARE = 0.5

/** Runs in the page, which has another world of types. */
const BEGIN_WATCHING = `{
  const frames = []
  const longTasks = []
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration)
  })
  observer.observe({ type: 'longtask' })
  let isWatching = true
  let last = performance.now()
  const next = (now) => {
    frames.push(now - last)
    last = now
    if (isWatching) requestAnimationFrame(next)
  }
  requestAnimationFrame(next)
  window.endWatching = () => {
    isWatching = false
    observer.disconnect()
    return { frames: frames.slice(1), longTasks }
  }
}`
const watchedByPage = z.object({ frames: z.array(z.number()), longTasks: z.array(z.number()) })

const report = createReport()
const inboxItems = report.isQuick ? 100 : 500
const seconds = report.isQuick ? 6 : 30
const configuration: Configuration = {
  version: 1,
  organization: { sessionLimit: 2 * CONVERSATIONS },
  representatives: [
    {
      name: 'ada',
      email: 'ada@example.com',
      units: 1_000,
      roles: ['Omnichannel Agent', 'Customer Service Representative'],
    },
  ],
  queues: [{ name: 'Chats', type: 'messaging', members: ['ada'] }],
  workstreams: [
    {
      name: 'Given',
      type: 'messaging',
      channel: 'liveChat',
      fallbackQueue: 'Chats',
      capacity: { units: 10 },
      offer: { autoAssign: true },
    },
    { name: 'Picked', type: 'messaging', channel: 'liveChat', fallbackQueue: 'Chats', distribution: 'pick' },
  ],
}

const { path: data, remove } = await temporaryDirectory('bench')
const server = await stoppedAtEnd(
  startServer({
    flags: { port: '0', data, logLevel: 'warn' },
    environment: { UR_REQUESTS_PER_MINUTE: '1000000' },
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
  await openWorkspace(page, '/workspace?view=open', { email: 'ada@example.com', password })
  const chats = await fillTheDesk(api)
  await openSessions(page, chats)
  await measure({ api, page, chats })
} finally {
  await browser.stop()
  await server.stop()
  await remove()
}
await report.finish()

/** Conversations that are given at once, and others that wait to be picked. */
async function fillTheDesk(api: Client): Promise<readonly string[]> {
  const start = (workstream: string) =>
    api.conversations.start({ workstream, customer: null, text: 'Hello', context: {} })
  for (let begun = 0; begun < inboxItems; begun += ITEMS_AT_ONCE)
    await Promise.all(Array.from({ length: ITEMS_AT_ONCE }, () => start('Picked')))
  const given = await Promise.all(Array.from({ length: CONVERSATIONS }, () => start('Given')))
  return given.map(({ id }) => id)
}

/** Each session has been shown once, so that all of them are kept true; the first one stays open. */
async function openSessions(page: Page, chats: readonly string[]): Promise<void> {
  for (const chat of [...chats, ...chats.slice(0, 1)]) {
    await page.goto(`/workspace/${chat}?view=open`)
    await page.getByRole('log', { name: 'Messages' }).getByText('Hello').waitFor()
  }
  for (const tab of (
    await page
      .getByRole('navigation', { name: 'Sessions' })
      .getByRole('link', { name: /Visitor/ })
      .all()
  ).toReversed())
    await tab.click()
  const list = page.getByRole('tabpanel', { name: 'Open work items' })
  await list.getByRole('listitem').first().waitFor()
}

interface Desk {
  readonly api: Client
  readonly page: Page
  readonly chats: readonly string[]
}

async function measure({ api, page, chats }: Desk): Promise<void> {
  await delay(SETTLE_MS)
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Performance.enable')
  const idle = await watched(page, devTools, () => delay(seconds * 1_000))
  let sent = 0
  const busy = await watched(page, devTools, async () => {
    sent = await stream(api, chats)
  })
  const shown = page.getByRole('log', { name: 'Messages' })
  const open = chats.findIndex((chat) => page.url().includes(chat))
  await shown.getByText(`Message ${sent - CONVERSATIONS + open}.`, { exact: true }).waitFor()
  const columns = [
    '',
    'frames a second',
    'p50',
    'p95',
    'p99',
    'frames later than 25 ms',
    'long tasks',
    'longest task',
    'processor, ms a second',
  ]
  report.table({
    name: 'frames',
    title: `Frames of the workspace, ms, over ${seconds} s: ${CONVERSATIONS} sessions, an inbox of ${inboxItems}`,
    columns,
    rows: [rowOf('quiet', idle), rowOf(`${CONVERSATIONS * MESSAGES_PER_SECOND} messages a second`, busy)],
  })
  const perMessage = ((busy.taskSeconds - idle.taskSeconds) * 1_000) / sent
  const share = busy.taskSeconds / busy.seconds
  report.table({
    name: 'message',
    title: 'What one message takes of the main thread of the page, ms of processor',
    columns: ['messages', 'all of it', 'script', 'layout', 'style', 'share of the thread'],
    rows: [
      [
        sent,
        rounded(perMessage),
        rounded(((busy.scriptSeconds - idle.scriptSeconds) * 1_000) / sent),
        rounded(((busy.layoutSeconds - idle.layoutSeconds) * 1_000) / sent),
        rounded(((busy.styleSeconds - idle.styleSeconds) * 1_000) / sent),
        rounded(share),
      ],
    ],
  })
  const p95 = quantile(busy.frames, 0.95)
  report.claim({
    claim: 'The workspace shows 60 frames a second while ten conversations stream',
    target: `p95 of a frame under ${FRAME_P95_MS} ms`,
    measured: `${rounded(p95)} ms`,
    holds: p95 < FRAME_P95_MS,
  })
  report.claim({
    claim: 'Streaming leaves the page time for its reader',
    target: `under ${MAIN_THREAD_SHARE * 100} % of its main thread`,
    measured: `${rounded(share * 100)} %`,
    holds: share < MAIN_THREAD_SHARE,
  })
}

/** Every conversation gets its messages one after the other; answers how many there were. */
async function stream(api: Client, chats: readonly string[]): Promise<number> {
  const gapMs = 1_000 / (MESSAGES_PER_SECOND * chats.length)
  const total = seconds * MESSAGES_PER_SECOND * chats.length
  const begun = performance.now()
  const underWay: Promise<unknown>[] = []
  for (let number = 0; number < total; number++) {
    await delay(Math.max(0, begun + number * gapMs - performance.now()))
    const chat = chats[number % chats.length] ?? ''
    underWay.push(api.conversations.send(chat, { from: 'customer', text: `Message ${number}.` }))
  }
  await Promise.all(underWay)
  return total
}

interface Watched {
  readonly frames: readonly number[]
  readonly longTasks: readonly number[]
  readonly seconds: number
  readonly taskSeconds: number
  readonly scriptSeconds: number
  readonly layoutSeconds: number
  readonly styleSeconds: number
}

/** What the page shows and spends while something goes on. */
async function watched(page: Page, devTools: CDPSession, during: () => Promise<void>): Promise<Watched> {
  const before = await metricsOf(devTools)
  await page.evaluate(BEGIN_WATCHING)
  await during()
  const seen = watchedByPage.parse(await page.evaluate('endWatching()'))
  const after = await metricsOf(devTools)
  const spent = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0)
  return {
    frames: seen.frames,
    longTasks: seen.longTasks,
    seconds: spent('Timestamp'),
    taskSeconds: spent('TaskDuration'),
    scriptSeconds: spent('ScriptDuration'),
    layoutSeconds: spent('LayoutDuration'),
    styleSeconds: spent('RecalcStyleDuration'),
  }
}

async function metricsOf(devTools: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics } = await devTools.send('Performance.getMetrics')
  return new Map(metrics.map(({ name, value }) => [name, value]))
}

function rowOf(what: string, { frames, longTasks, seconds: taken, taskSeconds }: Watched) {
  return [
    what,
    rounded(frames.length / taken),
    ...[0.5, 0.95, 0.99].map((share) => rounded(quantile(frames, share))),
    frames.filter((ms) => ms > FRAME_LATE_MS).length,
    longTasks.length,
    rounded(Math.max(0, ...longTasks)),
    rounded((taskSeconds * 1_000) / taken),
  ]
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
