import { expect, test } from 'vitest'
import { setByText } from './presence-setter.ts'

const me = { name: 'anna', presenceSetBy: 'manual' } as const
const nameOf = (name: string) => (name === 'sue' ? 'Sue Stone' : name)

test('a presence set by hand says by whom, as far as that is known', () => {
  expect(setByText({ ...me, presenceSetter: 'anna' }, nameOf)).toBe('Set by you')
  expect(setByText({ ...me, presenceSetter: 'sue' }, nameOf)).toBe('Set by Sue Stone')
  expect(setByText({ ...me, presenceSetter: null }, nameOf)).toBe('Set by hand')
})

test('the system says why it did', () => {
  expect(setByText({ ...me, presenceSetBy: 'missedOffer', presenceSetter: null }, nameOf)).toContain('missed offer')
})
