import { defaultSignInSettings } from '@unified-routing/contract'
import { expect, test } from 'vitest'
import { lockOutMs } from './lock-out.ts'

const settings = { ...defaultSignInSettings, failuresMax: 5, lockOutSeconds: 60, lockOutMinutesMax: 60 }
const minutesOf = (kind: 'account' | 'address', failures: number) => lockOutMs(settings, kind, failures) / 60_000

test('an account is locked by its fifth failure, and twice as long by each further one', () => {
  expect([1, 4, 5, 6, 7].map((failures) => minutesOf('account', failures))).toEqual([0, 0, 1, 2, 4])
})

test('no lock is longer than the longest, however many failures there are', () => {
  expect([11, 12, 1_000_000].map((failures) => minutesOf('account', failures))).toEqual([60, 60, 60])
})

test('an address, which an office may share, takes ten times as many', () => {
  expect([5, 49, 50, 51].map((failures) => minutesOf('address', failures))).toEqual([0, 0, 1, 2])
})
