import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from './testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

test('rules and stages are counted with the work that meets them', async () => {
  for (const title of ['One', 'Two']) {
    const made = await app.call('System Administrator', 'POST', '/api/v1/tables/case/rows', {
      body: { values: { title } },
    })
    const url = `/api/v1/tables/case/rows/${made.body.row?.id ?? made.body.id}/route`
    expect((await app.call('System Administrator', 'POST', url, { body: {} })).status).toBe(200)
  }
  const { body } = await app.call('CSR Manager', 'GET', '/api/v1/rule-usage')
  expect(Date.parse(body.to) - Date.parse(body.from)).toBe(6 * 24 * 60 * 60 * 1_000)
  expect(body.items).toEqual(
    expect.arrayContaining([
      { kind: 'intake', owner: 'case', ruleset: '', rule: 'All', today: 2, total: 2 },
      { kind: 'stage', owner: 'Cases', ruleset: '', rule: 'intake', today: 2, total: 2 },
      { kind: 'stage', owner: 'Cases', ruleset: '', rule: 'routeToQueue', today: 2, total: 2 },
    ]),
  )
  const narrowed = await app.call('CSR Manager', 'GET', '/api/v1/rule-usage?kind=intake&owner=case')
  expect(narrowed.body.items).toHaveLength(1)
  expect((await app.call('CSR Manager', 'GET', '/api/v1/rule-usage?owner=lead')).body.items).toEqual([])
})
