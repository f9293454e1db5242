import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rolesThatMay } from '@unified-routing/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from './testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

test('every figure has a type and an explanation, and says what happened', async () => {
  const before = await figures()
  await app.call('CSR Manager', 'POST', '/api/v1/tables/case/rows', { body: { values: {} } })
  await app.call('CSR Manager', 'GET', '/api/v1/tables/nowhere/rows')
  const after = await figures()
  const text = await scrape()
  for (const name of new Set([...text.matchAll(/^# HELP (\S+) \S/gm)].map(([, found]) => found)))
    expect(text).toMatch(new RegExp(`^# TYPE ${name} (?:counter|gauge|histogram)$`, 'm'))
  expect(after.get('unified_routing_http_request_seconds_count{operation="createRow",status="201"}')).toBe(1)
  expect(after.get('unified_routing_http_request_seconds_count{operation="listRows",status="404"}')).toBe(1)
  expect(after.get('unified_routing_batch_commit_seconds_count')).toBeGreaterThan(
    before.get('unified_routing_batch_commit_seconds_count') ?? 0,
  )
  expect(after.get('unified_routing_router_leader')).toBe(1)
  expect(after.get('process_resident_memory_bytes')).toBeGreaterThan(1_000_000)
})

test('what waits and who is there are told by queue and by presence', async () => {
  const found = await figures()
  const { queues = [], representatives = [] } = app.engine.configuration().document
  for (const { name } of queues) expect(found.get(`unified_routing_waiting_work_items{queue="${name}"}`)).toBe(0)
  const present = [...found].filter(([name]) => name.startsWith('unified_routing_representatives{'))
  expect(present.reduce((sum, [, value]) => sum + value, 0)).toBe(representatives.length)
})

test('what works beside the requests says how long ago it came round, and how often it failed', async () => {
  for (const loop of ['figures', 'provisioning', 'reconciler', 'bots'])
    await expect
      .poll(async () => (await figures()).get(`unified_routing_loop_age_seconds{loop="${loop}"}`), { timeout: 10_000 })
      .toBeGreaterThanOrEqual(0)
  expect((await figures()).get('unified_routing_loop_failures_total{loop="figures"}')).toBe(0)
})

test('only who may see all work reads the figures', async () => {
  expect((await app.call(null, 'GET', '/metrics')).status).toBe(401)
  expect((await app.call('Omnichannel Agent', 'GET', '/metrics')).status).toBe(403)
  for (const role of rolesThatMay('seeAllWork')) expect((await app.call(role, 'GET', '/metrics')).status).toBe(200)
})

test('the operator finds what each figure means', async () => {
  const handbook = await readFile(join(import.meta.dirname, '../../../../docs/operations.md'), 'utf8')
  const ours = [...(await scrape()).matchAll(/^# HELP (unified_routing_\S+)/gm)].map(([, name]) => name)
  expect(ours.length).toBeGreaterThan(10)
  for (const name of ours) expect(handbook).toContain(`\`${name}\``)
})

test('alert rules ask for figures that there are', async () => {
  const rules = await readFile(join(import.meta.dirname, '../../../../docs/prometheus-alerts.yml'), 'utf8')
  const there = [...(await scrape()).matchAll(/^# HELP (\S+)/gm)].map(([, name]) => name ?? '')
  const asked = [
    ...rules.matchAll(/\b((?:unified_routing|nodejs|process)_\w+?)(?:_bucket|_count|_sum)?\b(?=[{[() ]|$)/gm),
  ]
  expect(asked.length).toBeGreaterThan(10)
  for (const [, name] of asked) expect(there).toContain(name)
})

async function scrape(): Promise<string> {
  const reply = await app.call('System Administrator', 'GET', '/metrics')
  expect(reply.headers['content-type']).toBe('text/plain; charset=utf-8')
  return reply.text
}

/** Each line of the text that is a figure: its name with labels, and its value. */
async function figures(): Promise<ReadonlyMap<string, number>> {
  const lines = (await scrape()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ')
      return [line.slice(0, at), Number(line.slice(at + 1))]
    }),
  )
}
