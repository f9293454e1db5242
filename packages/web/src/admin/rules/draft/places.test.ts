import { expect, test } from 'vitest'
import { fieldOfPlace, placeInRow, ruleOfPlace } from './places.ts'

test('a problem of the document is placed in the row, or said to be elsewhere', () => {
  expect(placeInRow('workstreams[1].offer.timeout', 'workstreams[1]')).toBe('offer.timeout')
  expect(placeInRow('workstreams[1]', 'workstreams[1]')).toBe('')
  expect(placeInRow('workstreams[10].offer.timeout', 'workstreams[1]')).toBeNull()
})

test('a place inside a rule is said by its rule', () => {
  expect(ruleOfPlace('routeToQueue.rules[1].when.all[0].value')).toBe('routeToQueue.rules[1]')
  expect(ruleOfPlace('intakeRules[2].when')).toBe('intakeRules[2]')
  expect(ruleOfPlace('classification[0].rules[3].output')).toBe('classification[0].rules[3]')
  expect(ruleOfPlace('offer.timeout')).toBe('offer.timeout')
})

test('the mark of a control names its place with dots', () => {
  expect(fieldOfPlace('workstreams[0].classification[2].rules[1]')).toBe('workstreams.0.classification.2.rules.1')
})
