import { expect, test } from 'vitest'
import { loadText } from './load-text.ts'

const none = { profilesFree: {}, profileLimits: {}, blockedByProfile: false, items: [], itemCount: 0 }

test('what is in use is told of units and of profiles', () => {
  expect(loadText({ ...none, unitsFree: 70, unitsLimit: 100 })).toBe('30 of 100 units in use')
  expect(loadText({ ...none, unitsFree: -20, unitsLimit: 100 })).toBe('120 of 100 units in use')
  expect(loadText({ ...none, unitsFree: 0, unitsLimit: 0 })).toBe('')
  const profiles = { profilesFree: { Chat: 1 }, profileLimits: { Chat: 3, Refund: 2 } }
  expect(loadText({ ...none, ...profiles, unitsFree: 100, unitsLimit: 100 })).toBe(
    '0 of 100 units in use · Chat 2 of 3 · Refund 0 of 2',
  )
})
