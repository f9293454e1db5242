import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from './testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

const validate = (document: unknown) =>
  app.call('System Administrator', 'POST', '/api/v1/configuration/validate', { body: document })

test('checking a valid document tells what is probably wrong in it, gravest first', async () => {
  const reply = await validate({
    version: 1,
    representatives: [{ name: 'ana', units: 10 }],
    queues: [
      { name: 'Desk', type: 'messaging', members: ['ana'] },
      { name: 'Spare', type: 'messaging' },
    ],
    workstreams: [
      { name: 'Chat', type: 'messaging', channel: 'liveChat', capacity: { units: 20 }, fallbackQueue: 'Desk' },
    ],
  })
  expect(reply.status).toBe(200)
  expect(reply.body.ok).toBe(true)
  expect(reply.body.findings.map(({ code, path }: { code: string; path: string }) => [code, path])).toEqual([
    ['unitsNeverOffered', 'workstreams[0].capacity.units'],
    ['queueNotReached', 'queues[1]'],
    ['queueWithoutMembers', 'queues[1]'],
  ])
})

test('a document with problems has no findings yet', async () => {
  const reply = await validate({ version: 1, queues: [{ name: 'Desk', type: 'post' }] })
  expect(reply.body).toMatchObject({ ok: false, findings: [], plan: [] })
})
