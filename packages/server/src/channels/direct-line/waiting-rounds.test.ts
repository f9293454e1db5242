import { expect, test } from 'vitest'
import { Estimates } from './waiting-rounds.ts'

test('the estimate that a customer heard first stays, and is nobody else’s', () => {
  const estimates = new Estimates()
  expect(estimates.of('one', null)).toBeNull()
  expect(estimates.of('one', '4 mins')).toBe('4 mins')
  expect(estimates.of('one', '9 mins')).toBe('4 mins')
  expect(estimates.of('other', '9 mins')).toBe('9 mins')
  expect(estimates.of('one', null)).toBeNull()
})
