import { Writable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { saveWidget, widgetSecret } from '../channels/direct-line/testing.fixture.ts'
import { createLog } from '../log.ts'
import { send, startTestApp, type TestApp } from './testing/test-app.ts'

let lines: Record<string, unknown>[] = []
const log = createLog(
  'debug',
  new Writable({
    write(chunk, _encoding, done) {
      for (const line of String(chunk).split('\n').filter(Boolean)) lines.push(JSON.parse(line))
      done()
    },
  }),
)
let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ log })
})
afterAll(() => app.stop())
beforeEach(() => {
  lines = []
})

function createCase(id: string) {
  return app.call('CSR Manager', 'POST', '/api/v1/tables/case/rows', {
    body: { values: { title: 'A secret text' } },
    headers: { 'x-request-id': id },
  })
}

test('one id leads from the request through its commit to its answer', async () => {
  const reply = await createCase('order-17')
  expect(reply.headers['x-request-id']).toBe('order-17')
  const committed = lines.find(({ event }) => event === 'batch.committed')
  expect(committed).toMatchObject({ part: 'engine', requestIds: ['order-17'], requests: 1 })
  await expect
    .poll(() => lines.find(({ requestId }) => requestId === 'order-17'))
    .toMatchObject({ event: 'request.answered', operation: 'createRow', status: 201 })
  expect(JSON.stringify(lines)).not.toContain('A secret text')
})

test('a problem document and the line of the log about it have the id of the trace', async () => {
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
  const reply = await app.call('CSR Manager', 'GET', '/api/v1/tables/nowhere/rows', {
    headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
  })
  expect(reply.body.requestId).toBe(traceId)
  expect(lines.find(({ event }) => event === 'request.refused')).toMatchObject({ requestId: traceId })
})

test('the audit log has the id of the request, of a new configuration and of everything else', async () => {
  const headers = { 'x-request-id': 'audited-17' }
  const { version } = app.engine.configuration()
  const change = { list: 'queues', name: 'Fresh', row: { name: 'Fresh', type: 'record' } }
  const body = { basedOn: version, changes: [change] }
  await app.call('CSR Manager', 'POST', '/api/v1/configuration/changes', { body, headers })
  await app.call('System Administrator', 'POST', '/api/v1/business-units', {
    body: { name: 'Oslo', parent: 'root' },
    headers,
  })
  const { items } = (await app.call('System Administrator', 'GET', '/api/v1/audit')).body
  const audited = items.filter(({ requestId }: { requestId: string | null }) => requestId === 'audited-17')
  expect(audited.map(({ action }: { action: string }) => action)).toEqual([
    'businessUnitChanged',
    'configurationChanged',
  ])
})

test('an id that could forge a line of the log is not taken over', async () => {
  const reply = await createCase('x"} {"level":"error"')
  expect(reply.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  expect(JSON.stringify(lines)).not.toContain('level\\":\\"error')
})

test('what a customer does in a chat is known by its request, too', async () => {
  await saveWidget(app)
  const reply = await send(app, {
    method: 'POST',
    url: '/v3/directline/conversations',
    headers: { authorization: `Bearer ${widgetSecret}`, 'content-type': 'application/json', 'x-request-id': 'chat-17' },
    payload: '{}',
  })
  expect(reply.status).toBe(201)
  expect(lines.find(({ event }) => event === 'batch.committed')).toMatchObject({ requestIds: ['chat-17'] })
})
