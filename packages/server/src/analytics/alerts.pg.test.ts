import { createServer, type IncomingMessage, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FaultPoint } from '../engine/faults.ts'
import { startTestApp, type TestApp } from '../http/testing/test-app.ts'

const secret = `whsec_${Buffer.from('a secret of this test, long enough').toString('base64')}`
const received: { readonly headers: IncomingMessage['headers']; readonly body: string }[] = []
const replies: number[] = []
const clock = { offsetMs: 0 }
/** Where the next round breaks off, as when the server dies there. */
let breaksAt: FaultPoint | null = null
let app: TestApp
let receiver: Server
let url: string

beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    received.push({ headers: request.headers, body: await text(request) })
    response.writeHead(replies.shift() ?? 204).end()
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const address = receiver.address()
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/hook`
  app = await startTestApp({
    webhooksInside: true,
    overrides: {
      clock: { now: () => Date.now() + clock.offsetMs, notBefore: () => undefined, wakeAt: () => () => undefined },
      faults: async (point) => {
        if (point !== breaksAt) return
        breaksAt = null
        throw new Error('broken off')
      },
    },
  })
})
afterAll(async () => {
  await app.stop()
  receiver.close()
})

const ask = (method: string, path: string, body?: unknown) =>
  app.call('Omnichannel Supervisor', method, `/api/v1/${path}`, body === undefined ? {} : { body })

async function raisedAlerts() {
  return (await ask('GET', 'alerts')).body.items
}

test('a threshold that is passed is raised once, told to a webhook that can verify it, and resolved', async () => {
  const value = { title: 'Support waits', figure: 'waiting', threshold: 0, queues: ['Support'], webhook: url }
  const saved = await ask('PUT', 'settings/alert/support', { value, secrets: { webhookSecret: secret } })
  expect(saved.status, saved.text).toBe(200)
  await app.services.alerts.watch.look()
  expect(await raisedAlerts()).toEqual([])

  const created = await app.call('CSR Manager', 'POST', '/api/v1/tables/case/rows', {
    body: { values: { title: 'Waits' }, route: true },
  })
  replies.push(500)
  await app.services.alerts.watch.look()
  await app.services.alerts.watch.look()
  expect(await raisedAlerts()).toMatchObject([
    { title: 'Support waits', queue: 'Support', figure: 'waiting', value: 1, threshold: 0, resolvedAt: null },
  ])
  expect(received).toHaveLength(1)
  clock.offsetMs += 6_000
  await app.services.alerts.watch.look()
  expect(received).toHaveLength(2)
  expect(received[1]?.headers['webhook-id']).toBe(received[0]?.headers['webhook-id'])
  expect(verified(0)).toMatchObject({ type: 'alert.raised', data: { title: 'Support waits', value: 1 } })

  const [{ id }] = await raisedAlerts()
  expect((await ask('POST', `alerts/${id}/acknowledge`)).body).toMatchObject({ acknowledgedBy: 'sue@example.com' })
  await ask('POST', `work-items/${created.body.workItem.id}/force-close`)
  await app.services.alerts.watch.look()
  expect((await raisedAlerts())[0].resolvedAt).not.toBeNull()
  expect(verified(2)).toMatchObject({ type: 'alert.resolved' })
})

function verified(index: number): unknown {
  const { headers, body } = received[index] ?? { headers: {}, body: '' }
  const texts = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
  return new Webhook(secret).verify(body, texts)
}

test.each([
  'alertStored',
  'webhookSent',
] as const)('broken off at %s, an alert is raised once, and its receiver hears of it under one id', async (point) => {
  const value = { title: point, figure: 'waiting', threshold: 0, queues: ['Support'], webhook: url }
  await ask('PUT', `settings/alert/${point}`, { value, secrets: { webhookSecret: secret } })
  const created = await app.call('CSR Manager', 'POST', '/api/v1/tables/case/rows', {
    body: { values: { title: 'Waits' }, route: true },
  })
  breaksAt = point
  for (let looks = 0; looks < 3; looks++) await app.services.alerts.watch.look()
  expect(breaksAt).toBeNull()
  const raised = (await raisedAlerts()).filter(({ title }: { title: string }) => title === point)
  expect(raised).toHaveLength(1)
  const ids = received.flatMap(({ headers, body }) =>
    JSON.parse(body).data.title === point ? [headers['webhook-id']] : [],
  )
  expect(ids).toHaveLength(point === 'webhookSent' ? 2 : 1)
  expect(new Set(ids).size).toBe(1)
  await ask('POST', `work-items/${created.body.workItem.id}/force-close`)
})

test('what is not a web address, or asks for what is no figure, is refused by name', async () => {
  const value = { title: 'Odd', figure: 'waiting', threshold: 1 }
  for (const [key, odd] of [
    ['webhook', 'file:///etc/passwd'],
    ['figure', 'moon'],
    ['queues', ['Nowhere']],
  ] as const) {
    const reply = await ask('PUT', 'settings/alert/odd', { value: { ...value, [key]: odd } })
    expect([key, reply.status]).toEqual([key, 400])
    expect(reply.text).toContain(key)
  }
  expect((await ask('POST', 'alerts/nothing/acknowledge')).status).toBe(404)
})
