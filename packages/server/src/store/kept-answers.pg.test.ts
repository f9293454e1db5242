import { expect, test } from 'vitest'
import { readKeptAnswers, removeExpiredAnswers } from './kept-answers.ts'
import { ORGANIZATION, openTestStore, takeTestLease, write } from './test-store.fixture.ts'

test('expired answers go, a bounded number at a time, and the others stay', async () => {
  const store = await openTestStore()
  const lease = await takeTestLease(store)
  const keys = ['a', 'b', 'c']
  // Kept until 10,000: see the fixture.
  await write(store, lease, { answers: keys.map((key) => ({ key, requestHash: 'h', answer: {} })) })
  const forget = (now: number) => removeExpiredAnswers(store, { organizationId: ORGANIZATION, now, limit: 2 })
  expect(await forget(9_999)).toBe(0)
  expect((await readKeptAnswers(store, { organizationId: ORGANIZATION, keys, now: 0 })).size).toBe(3)
  expect([await forget(10_000), await forget(10_000), await forget(10_000)]).toEqual([2, 1, 0])
  await store.close()
})
