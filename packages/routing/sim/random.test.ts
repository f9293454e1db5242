import { expect, test } from 'vitest'
import { createRandom, drawExponentialMs, drawWeighted } from './random.ts'

function take(count: number, random: () => number): readonly number[] {
  return Array.from({ length: count }, random)
}

test('the same seed and stream give the same numbers, any other gives others', () => {
  const numbers = take(50, createRandom(7, 'arrivals'))
  expect(take(50, createRandom(7, 'arrivals'))).toEqual(numbers)
  expect(take(50, createRandom(8, 'arrivals'))).not.toEqual(numbers)
  expect(take(50, createRandom(7, 'handling'))).not.toEqual(numbers)
})

test('numbers are spread evenly over 0 to 1', () => {
  const numbers = take(100_000, createRandom(1, 'spread'))
  const tenths = Array.from(
    { length: 10 },
    (_, tenth) => numbers.filter((number) => Math.floor(number * 10) === tenth).length,
  )
  for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(400)
})

test('exponential times have their mean and their median', () => {
  const random = createRandom(3, 'handling')
  const times = Array.from({ length: 100_000 }, () => drawExponentialMs(random, 60_000)).toSorted((a, b) => a - b)
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length
  expect(Math.abs(mean - 60_000)).toBeLessThan(1_000)
  expect(Math.abs((times[50_000] ?? 0) - 60_000 * Math.LN2)).toBeLessThan(1_000)
})

test('weights decide how often a choice is drawn, and zero is never drawn', () => {
  const random = createRandom(5, 'choice')
  const drawn = Array.from({ length: 40_000 }, () => drawWeighted(random, [3, 0, 1]))
  expect(drawn).not.toContain(1)
  expect(Math.abs(drawn.filter((index) => index === 0).length - 30_000)).toBeLessThan(500)
})
