import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { portOf } from '../channels/direct-line/testing.fixture.ts'
import { startTestApp, type TestApp } from '../http/testing/test-app.ts'
import { createLog } from '../log.ts'
import { openTracing } from './tracing.ts'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const SPAN = '00f067aa0ba902b7'

interface ReceivedSpan {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly startTimeUnixNano: string
  readonly endTimeUnixNano: string
}

let received: ReceivedSpan[] = []
let texts = ''
let collector: Server
let app: TestApp

beforeAll(async () => {
  collector = createServer((request, reply) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      if (request.url === '/v1/traces') {
        texts += body
        for (const { scopeSpans } of JSON.parse(body).resourceSpans)
          for (const { spans } of scopeSpans) received.push(...spans)
      }
      reply.setHeader('content-type', 'application/json').end('{}')
    })
  })
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve))
})
afterAll(() => collector.close())

/** Everything that `requests` left at the collector. */
async function traced(requests: (app: TestApp) => Promise<unknown>, percent = 100): Promise<ReceivedSpan[]> {
  received = []
  const endpoint = `http://127.0.0.1:${portOf(collector.address())}/`
  const tracing = await openTracing({ endpoint, percent, version: 'test', log: createLog('silent') })
  app = await startTestApp({ tracing })
  try {
    await requests(app)
  } finally {
    await app.stop()
    await tracing.stop()
  }
  return received
}

const traceparent = (flags: string) => ({ traceparent: `00-${TRACE}-${SPAN}-${flags}` })

test('a request is shown below its caller, and below it how it came to its commit', async () => {
  const spans = await traced(async ({ call }) => {
    await call('CSR Manager', 'POST', '/api/v1/tables/case/rows', {
      body: { values: { title: 'A text of the customer' } },
      headers: traceparent('01'),
    })
    await call('CSR Manager', 'GET', '/api/v1/tables/nowhere/rows?filter=who%20asks')
  })
  const mine = spans.filter(({ traceId }) => traceId === TRACE)
  const root = mine.find(({ parentSpanId }) => parentSpanId === SPAN)
  expect(root?.name).toBe('POST /api/v1/tables/:table/rows')
  const stages = mine.filter(({ parentSpanId }) => parentSpanId === root?.spanId)
  expect(stages.map(({ name }) => name)).toEqual(['queue', 'prefetch', 'decide', 'commit', 'deliver'])
  for (const { startTimeUnixNano: from, endTimeUnixNano: to } of stages) {
    expect(BigInt(to)).toBeGreaterThanOrEqual(BigInt(from))
    expect(BigInt(from)).toBeGreaterThanOrEqual(BigInt(root?.startTimeUnixNano ?? 0))
  }
  expect(spans.map(({ name }) => name)).toContain('GET /api/v1/tables/:table/rows')
  for (const secret of ['A text of the customer', 'who%20asks', 'nowhere', 'example.com', 'cookie'])
    expect(texts).not.toContain(secret)
})

test('the caller decides whether its request is traced, and the share counts for the others', async () => {
  const spans = await traced(async ({ call }) => {
    await call('CSR Manager', 'GET', '/api/v1/session', { headers: traceparent('01') })
    await call('CSR Manager', 'GET', '/api/v1/session', { headers: traceparent('00') })
    await call('CSR Manager', 'GET', '/api/v1/session')
  }, 0)
  expect(spans).toHaveLength(1)
})

test('a collector that is gone is told of once, and stops nobody', async () => {
  const told: object[] = []
  const log = { warn: (details: object) => void told.push(details) }
  const tracing = await openTracing({ endpoint: 'http://127.0.0.1:9', percent: 100, version: 'test', log })
  const request = { method: 'GET', route: '/x', operation: null, requestId: '1', parent: null }
  tracing.startRequest(request)?.end(200)
  await tracing.stop()
  expect(told).toMatchObject([{ event: 'traces.notSent' }])
})
