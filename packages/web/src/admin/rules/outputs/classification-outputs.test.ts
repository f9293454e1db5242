import { expect, test } from 'vitest'
import { outputsOf, outputText, setOf } from './classification-outputs.ts'

const set = {
  attributes: { urgency: 'High', seats: 5 },
  skills: { French: 3, Billing: null },
  capacityProfiles: ['Refunds'],
}

test('what a rule sets comes back from its lines as it was', () => {
  expect(setOf(outputsOf(set))).toEqual(set)
  expect(setOf(outputsOf({ priorityScore: 0 }))).toEqual({ priorityScore: 0 })
  expect(setOf([])).toEqual({})
})

test('it is said in words', () => {
  expect(outputText(set)).toBe('skill French 3, skill Billing, urgency = High, seats = 5, profile Refunds')
  expect(outputText({})).toBe('nothing')
})
