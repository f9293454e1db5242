import { expect, test } from 'vitest'
import { goneText, usesText } from './uses-words.ts'

const uses = new Map([
  ['Urgent', 1_200],
  ['French', 1],
])

test('a rule says how often it applied, and also that it never did', () => {
  expect(usesText(uses, 'Urgent')).toBe('Used 1,200 times in the last 7 days')
  expect(usesText(uses, 'French')).toBe('Used once in the last 7 days')
  expect(usesText(uses, 'Other')).toBe('Not used in the last 7 days')
  expect(usesText(null, 'Urgent')).toBe('')
})

test('a rule that was renamed or removed is named with what it did', () => {
  expect(goneText(uses, ['Urgent'])).toBe('No longer here, but used in the last 7 days: French (1).')
  expect(goneText(uses, ['French', 'Urgent'])).toBe('')
})
