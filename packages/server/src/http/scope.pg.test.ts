import { roles } from '@unified-routing/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { colleagues, type DividedApp, reach, startDividedApp, type Unit, units } from './testing/divided-app.ts'
import type { TestReply } from './testing/test-app.ts'
import { people } from './testing/test-configuration.ts'

let divided: DividedApp
beforeAll(async () => {
  divided = await startDividedApp()
})
afterAll(() => divided.app.stop())

const as: DividedApp['as'] = (...request) => divided.as(...request)
const ask: DividedApp['ask'] = (...request) => divided.ask(...request)
const newCase: DividedApp['newCase'] = (...row) => divided.newCase(...row)

const caseOf = (unit: Unit) => `/tables/case/rows/${divided.cases.get(unit)}`
const itemOf = (unit: Unit) => `/work-items/${divided.items.get(unit)}`

/** What a reply must be where a right reaches, where it does not, and where there is none. */
function expectReach(reply: TestReply, unit: Unit, reached: readonly Unit[] | null): void {
  if (reached === null) expect(reply.status, reply.text).toBe(403)
  else if (reached.includes(unit)) expect(reply.status, reply.text).toBeLessThan(300)
  else expect(reply.body, reply.text).toMatchObject({ status: 404, code: 'notFound' })
}

/** Of a list, which of the known ids are in it, by their units. */
function unitsIn(reply: TestReply, known: ReadonlyMap<Unit, string>, key = 'id'): Unit[] {
  const listed = new Set(reply.body.items.map((item: Record<string, unknown>) => item[key]))
  return units.filter((unit) => listed.has(known.get(unit)))
}

describe.each(roles)('as %s of Europe', (role) => {
  const { rows, changes, deletes, work, diagnostics, people: seen } = reach[role]

  test('rows are listed, read and looked up within reach', async () => {
    for (const query of ['', '?sort=-changedAt', '?sort=title', '?filter=title:beginsWith:Of'])
      expect(unitsIn(await as(role, 'GET', `/tables/case/rows${query}`), divided.cases)).toEqual(
        units.filter((unit) => rows.includes(unit)),
      )
    for (const unit of units) expectReach(await as(role, 'GET', caseOf(unit)), unit, rows)
  })

  test('pages of rows are full although others lie between', async () => {
    const first = await as(role, 'GET', '/tables/case/rows?limit=1&sort=-createdAt&filter=title:beginsWith:Of')
    expect(first.body.items).toHaveLength(1)
  })

  test.each(units)('rows of %s are changed, routed, completed and deleted within reach', async (unit) => {
    const { id } = (await newCase(unit, false)).body.row
    const path = `/tables/case/rows/${id}`
    expectReach(await as(role, 'PATCH', path, { values: { title: 'Of x' } }), unit, changes)
    expectReach(await as(role, 'POST', `${path}/route`, {}), unit, changes)
    expectReach(await as(role, 'POST', `${path}/complete`, {}), unit, changes)
    expectReach(await as(role, 'DELETE', path), unit, deletes)
    const { body } = await ask('GET', path)
    const isChanged = changes?.includes(unit) ?? false
    if (body.values !== undefined) expect(body).toMatchObject({ active: !isChanged, version: isChanged ? 3 : 1 })
    else expect(deletes).toContain(unit)
  })

  test('rows are moved only between units within reach', async () => {
    if (changes === null) return
    for (const unit of units) {
      const { id } = (await newCase('Europe', false)).body.row
      const moved = await as(role, 'PATCH', `/tables/case/rows/${id}`, { values: {}, businessUnit: unit })
      if (changes.includes(unit)) expect(moved.body).toMatchObject({ businessUnit: unit })
      else expect(moved.body).toMatchObject({ status: 400, errors: [{ path: 'body.businessUnit' }] })
      const made = await as(role, 'POST', '/tables/case/rows', { values: { title: 'New' }, businessUnit: unit })
      expect(made.status).toBe(changes.includes(unit) ? 201 : 400)
    }
  })

  test('lookups find what is seen, and nothing else', async () => {
    if (changes === null) return
    for (const unit of units) {
      const contact = await ask('POST', '/tables/contact/rows', { values: { fullName: 'Ann' }, businessUnit: unit })
      const customer = contact.body.row.id
      const reply = await as(role, 'POST', '/tables/case/rows', { values: { title: 'Looks up', customer } })
      if (rows.includes(unit)) expect(reply.status).toBe(201)
      else expect(reply.body).toMatchObject({ status: 400, errors: [{ path: 'body.values.customer' }] })
    }
  })

  test('work items are listed and read within reach, with their journal', async () => {
    for (const query of ['view=all', 'view=open', 'view=open&queue=Support', 'view=all&sort=-changedAt'])
      expect(unitsIn(await as(role, 'GET', `/work-items?${query}`), divided.items)).toEqual(
        units.filter((unit) => work.includes(unit)),
      )
    for (const unit of units)
      for (const path of [
        itemOf(unit),
        `${itemOf(unit)}/journal`,
        `/conversations/${divided.items.get(unit)}/messages`,
      ])
        expectReach(await as(role, 'GET', path), unit, work)
  })

  test('the history of a customer is that of the units whose rows are seen', async () => {
    const contact = await ask('POST', '/tables/contact/rows', { values: { fullName: 'Bo' }, businessUnit: 'Europe' })
    const customer = contact.body.row.id
    for (const businessUnit of units)
      await ask('POST', '/tables/case/rows', { values: { title: businessUnit, customer }, businessUnit, route: true })
    const { body } = await as(role, 'GET', `/customers/${customer}/history`)
    expect(body.items.map(({ title }: { title: string }) => title).toSorted()).toEqual([...rows].toSorted())
  })

  test('what waits in a queue is listed and counted within reach', async () => {
    const reply = await as(role, 'GET', '/queues/Support/waiting')
    if (role === 'Omnichannel Agent') return expect(reply.status).toBe(404)
    expect(unitsIn(reply, divided.items)).toEqual(units.filter((unit) => work.includes(unit)))
    expect(reply.body.total).toBe(reply.body.items.length)
    expect((await as(role, 'GET', '/queues/Support/waiting?limit=1')).body.items).toHaveLength(1)
  })

  test('routing is explained within reach, and so are the people in it', async () => {
    for (const unit of units) {
      const shown = await as(role, 'GET', `${itemOf(unit)}/diagnostics`)
      expectReach(shown, unit, diagnostics)
      const why = `${itemOf(unit)}/explanation?representative=`
      expectReach(await as(role, 'GET', `${why}${people[role]}`), unit, diagnostics)
      if (diagnostics?.includes(unit)) {
        expect((await as(role, 'GET', `${why}akio`)).status).toBe(seen.includes('Asia') ? 200 : 404)
        const names = shown.body.candidates.map(({ representative }: { representative: string }) => representative)
        expect(names.includes('chris')).toBe(seen.includes('root'))
      }
    }
  })

  test('people are listed and read within reach, oneself always', async () => {
    const listed = await as(role, 'GET', '/representatives')
    expect(unitsIn(listed, new Map(units.map((unit) => [unit, colleagues[unit]])), 'name')).toEqual(
      units.filter((unit) => seen.includes(unit)),
    )
    for (const unit of units) expectReach(await as(role, 'GET', `/representatives/${colleagues[unit]}`), unit, seen)
    expect((await as(role, 'GET', `/representatives/${people[role]}`)).status).toBe(200)
  })

  test('presence is set within reach', async () => {
    for (const unit of units) {
      const reply = await as(role, 'POST', `/representatives/${colleagues[unit]}/sign-in`, {})
      const maySupervise = ['System Administrator', 'CSR Manager', 'Omnichannel Supervisor'].includes(role)
      // Without the right to supervise, those who are seen are refused and the others are not there.
      if (maySupervise || !seen.includes(unit)) expectReachOrForbidden(reply, unit)
      else expect(reply.status).toBe(403)
      await ask('POST', `/representatives/${colleagues[unit]}/sign-out`, {})
    }
    function expectReachOrForbidden(reply: TestReply, unit: Unit) {
      if (role === 'Omnichannel Administrator' || role === 'Omnichannel Agent')
        expect([403, 404]).toContain(reply.status)
      else expectReach(reply, unit, seen)
    }
  })
})

describe('a supervisor of Europe', () => {
  async function change(change: object): Promise<TestReply> {
    const { version } = divided.app.engine.configuration()
    return as('Omnichannel Supervisor', 'POST', '/configuration/changes', { basedOn: version, changes: [change] })
  }
  const document = () => divided.app.engine.configuration().document

  test('gives capacity to the people within reach, and to nobody else', async () => {
    for (const [unit, status] of Object.entries({ Iberia: 200, Europe: 200, Asia: 403, root: 403 } as const)) {
      const found = units.find((one) => one === unit)
      const name = found === undefined ? '' : colleagues[found]
      const row = document().representatives?.find((person) => person.name === name)
      const reply = await change({ list: 'representatives', name, row: { ...row, units: 70 } })
      expect(reply.status, reply.text).toBe(status)
      if (status === 403) expect(reply.body.errors).toMatchObject([{ path: `representatives ${name}` }])
    }
  })

  test('brings into a queue whom they reach, and takes out nobody else', async () => {
    const queue = document().queues?.find(({ name }) => name === 'Support')
    const withMembers = (members: readonly string[]) =>
      change({ list: 'queues', name: 'Support', row: { ...queue, members } })
    const members = queue?.members ?? []
    expect((await withMembers([...members, 'akio'])).status).toBe(403)
    expect((await withMembers([...members, 'ines'])).status).toBe(200)
    expect((await withMembers(members)).status).toBe(200)
  })
})
