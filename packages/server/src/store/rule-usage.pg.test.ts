import { afterAll, beforeAll, expect, test } from 'vitest'
import { readRuleUsage, removeRuleUsageBefore } from './rule-usage.ts'
import type { Store } from './store.ts'
import { ORGANIZATION, openTestStore, takeTestLease, write } from './test-store.fixture.ts'

let store: Store
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())

const rule = { kind: 'routeToQueue', owner: 'Cases', ruleset: '', rule: 'Urgent' }

function read(from: string, to: string, only: { kind?: string; owner?: string } = {}) {
  return readRuleUsage(store, ORGANIZATION, { from, to, kind: only.kind ?? null, owner: only.owner ?? null })
}

test('batches add to the counts of their day, and a look back sums the days', async () => {
  const lease = await takeTestLease(store)
  const other = { ...rule, owner: 'Chats', day: '2026-03-02', uses: 5 }
  await write(store, lease, { ruleUses: [{ ...rule, day: '2026-03-01', uses: 2 }] })
  await write(store, lease, { ruleUses: [{ ...rule, day: '2026-03-02', uses: 3 }, other] })
  await write(store, lease, { ruleUses: [{ ...rule, day: '2026-03-02', uses: 4 }] })
  expect(await read('2026-02-24', '2026-03-02', { owner: 'Cases' })).toEqual([{ ...rule, total: 9, today: 7 }])
  expect(await read('2026-03-02', '2026-03-08')).toMatchObject([{ total: 7, today: 0 }, { owner: 'Chats' }])
  expect(await read('2026-02-24', '2026-03-02', { kind: 'intake' })).toEqual([])
  await removeRuleUsageBefore(store, ORGANIZATION, '2026-03-02')
  expect(await read('2026-02-24', '2026-03-02', { owner: 'Cases' })).toMatchObject([{ total: 7 }])
})
