import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from './testing/test-app.ts'

let app: TestApp
let caseItem: string
let chatItem: string
beforeAll(async () => {
  app = await startTestApp()
  const created = await app.call('CSR Manager', 'POST', '/api/v1/tables/case/rows', {
    body: { values: { title: 'Seen by some', customer: 'contact-1' }, route: true },
  })
  caseItem = created.body.workItem.id
  const started = await app.call('Omnichannel Supervisor', 'POST', '/api/v1/conversations', {
    body: { workstream: 'Website chat', customer: 'contact-1', context: { topic: 'Delivery' }, text: 'Hello' },
  })
  chatItem = started.body.id
})
afterAll(() => app.stop())

describe('representatives', () => {
  test('see the items of their queues, and no others', async () => {
    expect((await app.call('Customer Service Representative', 'GET', `/api/v1/work-items/${caseItem}`)).status).toBe(
      200,
    )
    expect((await app.call('Customer Service Representative', 'GET', `/api/v1/work-items/${chatItem}`)).status).toBe(
      404,
    )
    expect((await app.call('Omnichannel Agent', 'GET', `/api/v1/work-items/${chatItem}`)).status).toBe(200)
    const listed = await app.call('Omnichannel Agent', 'GET', '/api/v1/work-items?view=open')
    expect(listed.body.items.map(({ id }: { id: string }) => id)).toEqual([chatItem])
  })

  test('cannot read what waits in the queues of others', async () => {
    expect((await app.call('Omnichannel Agent', 'GET', '/api/v1/queues/Support/waiting')).status).toBe(404)
    expect((await app.call('Omnichannel Agent', 'GET', '/api/v1/queues/Chats/waiting')).body.total).toBe(1)
  })

  test('set their own presence, not that of others', async () => {
    const body = { presence: 'Away' }
    const before = await app.call('Omnichannel Agent', 'GET', '/api/v1/representatives/olga')
    expect(before.body).toMatchObject({ signedIn: false, presenceChangedAt: null })
    await app.call('Omnichannel Agent', 'POST', '/api/v1/representatives/olga/sign-in')
    const own = await app.call('Omnichannel Agent', 'POST', '/api/v1/representatives/olga/presence', { body })
    expect(own.body).toMatchObject({ name: 'olga', presence: 'Away', presenceSetBy: 'manual', presenceSetter: 'olga' })
    const other = await app.call('Omnichannel Agent', 'POST', '/api/v1/representatives/cara/presence', { body })
    expect(other.body).toMatchObject({ code: 'forbidden' })
    const supervised = await app.call('Omnichannel Supervisor', 'POST', '/api/v1/representatives/olga/presence', {
      body: { presence: 'Available' },
    })
    expect(supervised.body.presence).toBe('Available')
  })
})

test('an offer is taken by whom it was made to, and the way of the item can be read afterwards', async () => {
  await app.engine.drain()
  const offered = await app.call('Omnichannel Agent', 'GET', `/api/v1/work-items/${chatItem}`)
  expect(offered.body.offeredTo).toBe('olga')
  const stranger = await app.call('Omnichannel Supervisor', 'POST', `/api/v1/work-items/${chatItem}/accept`)
  expect(stranger.body).toMatchObject({ code: 'refused', reason: 'notOfferedToYou' })
  const accepted = await app.call('Omnichannel Agent', 'POST', `/api/v1/work-items/${chatItem}/accept`)
  expect(accepted.body).toMatchObject({ state: 'Active', assignedTo: 'olga', title: 'Ada Example' })
  const mine = await app.call('Omnichannel Agent', 'GET', '/api/v1/work-items?view=my')
  expect(mine.body.items).toHaveLength(1)

  const diagnostics = await app.call('CSR Manager', 'GET', `/api/v1/work-items/${chatItem}/diagnostics`)
  const stages = diagnostics.body.stages.map(({ stage, status }: { stage: string; status: string }) => [stage, status])
  expect(stages.at(-1)).not.toEqual(['offer', 'notReached'])
  expect(Object.fromEntries(stages)).toMatchObject({ routeToQueue: 'done', assignment: 'done', offer: 'done' })
})

test('why somebody does not get an item is said with the very reasons of routing', async () => {
  const url = `/api/v1/work-items/${caseItem}/explanation?representative=`
  const cara = await app.call('CSR Manager', 'GET', `${url}cara`)
  expect(cara.body).toMatchObject({ eligible: false, reasons: ['signedOut'] })
  const olga = await app.call('CSR Manager', 'GET', `${url}olga`)
  expect(olga.body.reasons).toContain('notQueueMember')
  const nobody = await app.call('CSR Manager', 'GET', `${url}nobody`)
  expect(nobody.body).toMatchObject({ code: 'notFound' })
})

test('bad values of a row are named by their path', async () => {
  const reply = await app.call('CSR Manager', 'POST', '/api/v1/tables/case/rows', {
    body: { values: { title: 1, resolveBy: 'soon', nothing: true } },
  })
  const paths = reply.body.errors.map(({ path }: { path: string }) => path)
  expect(paths.sort()).toEqual(['body.values.nothing', 'body.values.resolveBy', 'body.values.title'])
  const lookup = await app.call('CSR Manager', 'POST', '/api/v1/tables/case/rows', {
    body: { values: { customer: 'nobody' } },
  })
  expect(lookup.body.errors).toMatchObject([{ path: 'body.values.customer' }])
})
