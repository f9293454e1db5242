import { type Role, roles } from '@unified-routing/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStream, type StreamEvent } from '../live/stream-reader.fixture.ts'
import { andBelow, type DividedApp, reach, startDividedApp, units } from './testing/divided-app.ts'

let divided: DividedApp
beforeAll(async () => {
  divided = await startDividedApp()
})
afterAll(() => divided.app.stop())

const as: DividedApp['as'] = (...request) => divided.as(...request)
const ask: DividedApp['ask'] = (...request) => divided.ask(...request)
const newCase: DividedApp['newCase'] = (...row) => divided.newCase(...row)

describe('by a supervisor of Europe', () => {
  const supervisor = 'Omnichannel Supervisor'

  test.each(units)('work of %s is assigned, transferred and closed within reach', async (unit) => {
    await ask('POST', '/representatives/ines/sign-in', {})
    const made = await newCase(unit, true)
    const path = `/work-items/${made.body.workItem.id}`
    const isSeen = reach[supervisor].work.includes(unit)
    for (const [action, body] of [
      ['assign', { representative: 'edda' }],
      ['transfer-to-representative', { representative: 'ines' }],
      ['transfer-to-queue', { queue: 'Other' }],
      ['force-close', {}],
    ] as const) {
      const reply = await as(supervisor, 'POST', `${path}/${action}`, body)
      if (isSeen) expect(reply.status, `${action} ${reply.text}`).toBeLessThan(300)
      else expect(reply.body, action).toMatchObject({ code: 'notFound' })
    }
    expect((await ask('GET', path)).body.state).toBe(isSeen ? 'Closed' : 'Open')
  })

  test('work goes to nobody beyond, as if they were not there', async () => {
    const path = `/work-items/${(await newCase('Europe', true)).body.workItem.id}`
    for (const representative of ['akio', 'nobody'])
      expect((await as(supervisor, 'POST', `${path}/assign`, { representative })).body).toMatchObject({
        reason: 'unknownRepresentative',
        detail: `There is no representative ${representative}.`,
      })
  })

  test("today's flow counts what is seen", async () => {
    const before = (await as(supervisor, 'GET', '/flow/today')).body
    await newCase('Asia', true)
    expect((await as(supervisor, 'GET', '/flow/today')).body).toMatchObject({ waiting: before.waiting })
    await newCase('Iberia', true)
    expect((await as(supervisor, 'GET', '/flow/today')).body).toMatchObject({ waiting: before.waiting + 1 })
  })

  test('figures of a period count what is seen, whichever way they are cut', async () => {
    const period = `from=${new Date(Date.now() - 3_600_000).toISOString()}&to=${new Date(Date.now() + 60_000).toISOString()}`
    const created = async () => {
      await divided.app.services.figures.counter.settled()
      const queues = (await as(supervisor, 'GET', '/figures/queues')).body
      const report = (await as(supervisor, 'GET', `/figures/report?${period}&by=channel`)).body
      const { hours } = (await as(supervisor, 'GET', '/flow/today')).body
      const sum = (counts: readonly number[]) => counts.reduce((total, more) => total + more, 0)
      return {
        queues: queues.total.figures.created,
        trend: sum(queues.items.flatMap(({ trend }: { trend: number[] }) => trend)),
        report: report.total.created,
        flow: sum(hours.map(({ arrived }: { arrived: number }) => arrived)),
      }
    }
    const before = await created()
    await newCase('Asia', true)
    await newCase('root', true)
    expect(await created()).toEqual(before)
    await newCase('Iberia', true)
    const more = Object.entries(before).map(([figure, count]) => [figure, count + 1])
    expect(await created()).toEqual(Object.fromEntries(more))
  })

  test('a conversation counts for those who reach who has it', async () => {
    const answered = async (role: Role) => {
      await divided.app.services.figures.counter.settled()
      return (await as(role, 'GET', '/figures/queues')).body.total.figures.answered
    }
    const give = async (representative: string) => {
      const body = { workstream: 'Website chat', customer: null, context: {} }
      const { id } = (await ask('POST', '/conversations', body)).body
      await ask('POST', `/representatives/${representative}/sign-in`, {})
      await ask('POST', `/work-items/${id}/assign`, { representative })
    }
    const before = await answered('CSR Manager')
    await give('akio')
    expect(await answered('CSR Manager')).toBe(before)
    await give('ines')
    expect(await answered('CSR Manager')).toBe(before + 1)
  })

  test('a unit that is moved below theirs is seen from then on, and no longer once it is moved away', async () => {
    expect((await as(supervisor, 'GET', `/tables/case/rows/${divided.cases.get('Asia')}`)).status).toBe(404)
    await ask('PATCH', '/business-units/Asia', { parent: 'Iberia' })
    expect((await as(supervisor, 'GET', `/tables/case/rows/${divided.cases.get('Asia')}`)).status).toBe(200)
    await ask('PATCH', '/business-units/Asia', { parent: 'root' })
    expect((await as(supervisor, 'GET', `/tables/case/rows/${divided.cases.get('Asia')}`)).status).toBe(404)
  })
})

test('a unit is not deleted while rows and open work belong to it', async () => {
  await ask('POST', '/business-units', { name: 'Nordics', parent: 'root' })
  const made = await ask('POST', '/tables/case/rows', {
    values: { title: 'Stays' },
    businessUnit: 'Nordics',
    route: true,
  })
  const refused = await ask('DELETE', '/business-units/Nordics')
  expect(refused.body).toMatchObject({ reason: 'businessUnitInUse' })
  expect(refused.body.detail).toContain('1 row, 1 open work item')
  await ask('PATCH', `/tables/case/rows/${made.body.row.id}`, { values: {}, businessUnit: 'Asia' })
  expect((await ask('DELETE', '/business-units/Nordics')).status).toBe(204)
})

describe('whoever has the work', () => {
  const representative = 'Customer Service Representative'

  test('sees it and its record in another unit, works on both, and gives the record to nobody', async () => {
    const made = await newCase('Asia', true)
    const { id } = made.body.row
    const item = `/work-items/${made.body.workItem.id}`
    expect((await as(representative, 'GET', `/tables/case/rows/${id}`)).status).toBe(404)
    await ask('POST', `${item}/assign`, { representative: 'cara' })
    expect((await as(representative, 'GET', item)).body).toMatchObject({ assignedTo: 'cara' })
    expect((await as(representative, 'GET', `/tables/case/rows/${id}`)).body).toMatchObject({ businessUnit: 'Asia' })
    expect(
      (await as(representative, 'GET', '/tables/case/rows')).body.items.map((row: { id: string }) => row.id),
    ).toContain(id)
    const taken = { values: {}, businessUnit: 'Europe' }
    expect((await as(representative, 'PATCH', `/tables/case/rows/${id}`, taken)).status).toBe(403)
    expect((await as(representative, 'POST', `/tables/case/rows/${id}/complete`, {})).body).toMatchObject({
      active: false,
    })
    expect((await as(representative, 'GET', `/tables/case/rows/${id}`)).status).toBe(404)
  })

  test('hands it on within their unit and below, not beside it', async () => {
    await ask('POST', '/representatives/ines/sign-in', {})
    await ask('POST', '/representatives/akio/sign-in', {})
    const made = await newCase('Europe', true)
    const item = `/work-items/${made.body.workItem.id}`
    await ask('POST', `${item}/assign`, { representative: 'cara' })
    const transfer = (to: string) =>
      as(representative, 'POST', `${item}/transfer-to-representative`, { representative: to })
    expect((await transfer('akio')).body).toMatchObject({ reason: 'unknownRepresentative' })
    expect((await transfer('ines')).status).toBe(200)
  })

  test('sees what waits for nobody in their queue of conversations', async () => {
    const body = { workstream: 'Website chat', customer: null, context: {} }
    const chat = `/work-items/${(await ask('POST', '/conversations', body)).body.id}`
    expect((await as('Omnichannel Agent', 'GET', chat)).status).toBe(200)
    expect((await as('Omnichannel Supervisor', 'GET', chat)).status).toBe(200)
    expect((await as('CSR Manager', 'GET', chat)).status).toBe(404)
    await ask('POST', `${chat}/assign`, { representative: 'ines' })
    expect((await as('CSR Manager', 'GET', chat)).status).toBe(200)
  })
})

describe('live streams', () => {
  async function heard(role: Role, work: () => Promise<unknown>): Promise<StreamEvent[]> {
    const reader = await openStream(divided.base, await divided.app.cookieOf(role))
    await work()
    const end = await ask('POST', '/representatives/edda/sign-in', {})
    expect(end.status).toBe(200)
    const events: StreamEvent[] = []
    for (let event = await reader.next(); event.name !== 'representative.signedIn'; event = await reader.next())
      events.push(event)
    await reader.close()
    await ask('POST', '/representatives/edda/sign-out', {})
    return events
  }
  const created = (events: readonly StreamEvent[]) => events.filter(({ name }) => name === 'workItem.created').length

  test.each(roles)('tell a %s of the work within reach', async (role) => {
    for (const unit of units)
      expect(created(await heard(role, () => newCase(unit, true)))).toBe(reach[role].work.includes(unit) ? 1 : 0)
  })

  test('tell the same of the past as of the present', async () => {
    const after = divided.app.engine.committedSequence()
    for (const unit of units) await newCase(unit, true)
    await ask('POST', '/representatives/edda/sign-in', {})
    const reader = await openStream(divided.base, await divided.app.cookieOf('Omnichannel Supervisor'), { after })
    const events: StreamEvent[] = []
    for (let event = await reader.next(); event.name !== 'representative.signedIn'; event = await reader.next())
      events.push(event)
    await reader.close()
    expect(created(events)).toBe(andBelow.length)
    await ask('POST', '/representatives/edda/sign-out', {})
  })

  test('tell of the presence of those who are seen', async () => {
    const reader = await openStream(divided.base, await divided.app.cookieOf('Customer Service Representative'))
    for (const name of ['akio', 'ines', 'edda']) await ask('POST', `/representatives/${name}/sign-in`, {})
    expect((await reader.next()).data.event).toMatchObject({ representative: 'edda' })
    await reader.close()
    for (const name of ['akio', 'ines', 'edda']) await ask('POST', `/representatives/${name}/sign-out`, {})
  })

  test('say that work has left sight, and no more', async () => {
    await ask('POST', '/representatives/akio/sign-in', {})
    const chat = await ask('POST', '/conversations', { workstream: 'Website chat', customer: null, context: {} })
    const item = `/work-items/${chat.body.id}`
    await ask('POST', `${item}/assign`, { representative: 'ines' })
    const events = await heard('CSR Manager', () => ask('POST', `${item}/assign`, { representative: 'akio' }))
    expect(events.length).toBeGreaterThan(0)
    for (const { data } of events) expect(data.workItem).toBeNull()
  })
})
