import { expect, test } from 'vitest'
import { setByText } from './presence-setter.ts'

const AT = '2026-03-02T09:00:00.000Z'
const me = { name: 'anna', presenceSetBy: 'manual', presenceChangedAt: AT } as const
const nameOf = (name: string) => (name === 'sue' ? 'Sue Stone' : name)

test('a presence set by hand says by whom, as far as that is known', () => {
  expect(setByText(me, { at: AT, by: 'anna' }, nameOf)).toBe('Set by you')
  expect(setByText(me, { at: AT, by: 'sue' }, nameOf)).toBe('Set by Sue Stone')
  expect(setByText(me, { at: AT, by: null }, nameOf)).toBe('Set by a supervisor')
})

test('what is known of an earlier change is not said of a later one', () => {
  expect(setByText({ ...me, presenceChangedAt: '2026-03-02T10:00:00.000Z' }, { at: AT, by: 'anna' }, nameOf)).toBe(
    'Set by hand',
  )
  expect(setByText(me, null, nameOf)).toBe('Set by hand')
})

test('the system says why it did', () => {
  expect(setByText({ ...me, presenceSetBy: 'missedOffer' }, { at: AT, by: 'anna' }, nameOf)).toContain('missed offer')
})
