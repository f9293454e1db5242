import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from './testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  for (const name of ['olga', 'cara'])
    await app.call('Omnichannel Supervisor', 'POST', `/api/v1/representatives/${name}/sign-in`)
  const started = await app.call('Omnichannel Supervisor', 'POST', '/api/v1/conversations', {
    body: { workstream: 'Website chat', customer: 'contact-1', context: {}, text: 'Hello' },
  })
  await app.call('Omnichannel Agent', 'POST', `/api/v1/work-items/${started.body.id}/accept`)
  for (const title of ['One', 'Two'])
    await app.call('CSR Manager', 'POST', '/api/v1/tables/case/rows', { body: { values: { title }, route: true } })
  await app.engine.drain()
  await app.services.figures.counter.settled()
})
afterAll(() => app.stop())

const read = (path: string) => app.call('Omnichannel Supervisor', 'GET', `/api/v1/figures/${path}`)

test('queues show how things are and what happened, each by itself and together', async () => {
  const { body } = await read('queues')
  const chats = body.items.find(({ queue }: { queue: string }) => queue === 'Chats')
  expect(chats.figures).toMatchObject({ waiting: 0, active: 1, entered: 1, answered: 1, serviceLevel: 1, busy: 1 })
  expect(chats.trend.reduce((sum: number, more: number) => sum + more, 0)).toBe(1)
  expect(body.total.figures).toMatchObject({ created: 3, active: 3, answered: 3, abandoned: 0, abandonRate: 0 })
  const { items } = (await app.call('Omnichannel Supervisor', 'GET', '/api/v1/queues')).body
  for (const { name, waiting } of items)
    expect(body.items.find(({ queue }: { queue: string }) => queue === name).figures.waiting).toBe(waiting)
  const one = (await read('queues?queue=Chats&period=2h')).body
  expect(one.items).toHaveLength(1)
  expect(one.total.figures).toMatchObject({ active: 1, answered: 1, available: 0 })
})

test('work under way is found by who has it and by its channel', async () => {
  const list = async (query: string) =>
    (await app.call('Omnichannel Supervisor', 'GET', `/api/v1/work-items?view=ongoing${query}`)).body.items.length
  expect(await list('')).toBe(3)
  expect(await list('&representative=olga')).toBe(1)
  expect(await list('&representative=olga&channel=record')).toBe(0)
  expect(await list('&channel=record')).toBe(2)
})

test('what waits for people who are not there can be taken by nobody', async () => {
  await app.call('CSR Manager', 'POST', '/api/v1/representatives/cara/sign-out')
  await app.call('CSR Manager', 'POST', '/api/v1/tables/case/rows', {
    body: { values: { title: 'Three' }, route: true },
  })
  const support = (await read('queues?queue=Support')).body.items[0]
  expect(support.figures).toMatchObject({ waiting: 1, nobodyCanTake: 1 })
  expect(support.longestWaitSince).not.toBeNull()
})

test('representatives have the figures of their own doing', async () => {
  const { body } = await read('representatives')
  const olga = body.items.find(({ representative }: { representative: string }) => representative === 'olga')
  expect(olga.figures).toMatchObject({ offers: 1, answered: 1, missed: 0 })
})

test('a report has the same figures whichever way it is cut', async () => {
  const from = new Date(Date.now() - 86_400_000).toISOString()
  const to = new Date(Date.now() + 60_000).toISOString()
  for (const by of ['queue', 'channel', 'day', 'hour', 'hourOfDay', 'representative']) {
    const { body, status } = await read(`report?from=${from}&to=${to}&by=${by}`)
    expect(status).toBe(200)
    const answered = body.items.reduce(
      (sum: number, { figures }: { figures: { answered: number } }) => sum + figures.answered,
      0,
    )
    expect([by, answered]).toEqual([by, 3])
  }
  const today = (await read('queues')).body.total.figures
  expect((await read(`report?from=${from}&to=${to}`)).body.total.answered).toBe(today.answered)
})

test('a report of no time, or of too much, is refused by name', async () => {
  const at = '2026-01-01T00:00:00.000Z'
  expect((await read(`report?from=${at}&to=${at}`)).body.errors).toMatchObject([{ path: 'query.to' }])
  expect((await read(`report?from=2020-01-01T00:00:00.000Z&to=${at}`)).body.errors).toMatchObject([
    { path: 'query.to' },
  ])
})

test('the service level is measured by the limit that is set for the channel', async () => {
  const value = { title: 'All', channels: [], withinSeconds: 10 }
  const saved = await app.call('Omnichannel Supervisor', 'PUT', '/api/v1/settings/serviceLevel/all', {
    body: { value },
  })
  expect(saved.status).toBe(200)
  const wrong = await app.call('Omnichannel Supervisor', 'PUT', '/api/v1/settings/serviceLevel/odd', {
    body: { value: { ...value, withinSeconds: 17 } },
  })
  expect(wrong.status).toBe(400)
  expect((await read('queues')).body.total.figures.serviceLevel).toBe(1)
})

test('a queue that is renamed takes its figures along, also of work that was under way', async () => {
  const { version } = app.engine.configuration()
  const changes = [{ list: 'queues', name: 'Support', rename: 'Help' }]
  await app.services.figures.counter.settled()
  const before = (await read('queues?queue=Support')).body
  const renamed = await app.call('CSR Manager', 'POST', '/api/v1/configuration/changes', {
    body: { basedOn: version, changes },
  })
  expect(renamed.status).toBe(200)
  await app.services.figures.counter.settled()
  const { body } = await read('queues?queue=Help')
  expect(body.items[0]).toMatchObject({ queue: 'Help', trend: before.items[0].trend })
  expect(body.total.figures).toMatchObject({ entered: before.total.figures.entered, answered: 2, handled: 0 })

  const { items } = (await app.call('CSR Manager', 'GET', '/api/v1/work-items?view=ongoing&representative=cara')).body
  await app.call('CSR Manager', 'POST', `/api/v1/tables/case/rows/${items[0].record.id}/complete`)
  await app.services.figures.counter.settled()
  expect((await read('queues?queue=Help')).body.total.figures).toMatchObject({ handled: 1 })
  const from = new Date(Date.now() - 86_400_000).toISOString()
  const to = new Date(Date.now() + 60_000).toISOString()
  const report = (await read(`report?from=${from}&to=${to}&by=queue&representative=cara`)).body
  expect(report.items).toMatchObject([{ key: 'Help', figures: { answered: 2, handled: 1 } }])
})
