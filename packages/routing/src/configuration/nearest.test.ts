import { expect, test } from 'vitest'
import { didYouMean, nearest } from './nearest.ts'

test.for([
  ['prioritiy', 'priority'],
  ['Members', 'members'],
  ['memebrs', 'members'],
  ['colour', null],
  ['', null],
] as const)('%s was meant as %s', ([word, meant]) => {
  expect(nearest(word, ['name', 'type', 'priority', 'members'])).toBe(meant)
})

test('the nearest of several near words is suggested', () => {
  expect(didYouMean('gold1', ['golden', 'gold', 'old'])).toBe("; did you mean 'gold'?")
})

test('a very long word is compared with nothing', () => {
  expect(nearest('x'.repeat(100_000), ['x'])).toBeNull()
})
