import { expect, test } from 'vitest'
import { atRate, inFlight, median, quantile, turns } from './statistics.ts'

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)

test('a quantile is a value that was measured, whatever their order', () => {
  expect(quantile(hundred, 0.5)).toBe(50)
  expect(quantile(hundred, 0.99)).toBe(99)
  expect(quantile(hundred, 1)).toBe(100)
  expect(quantile([7], 0.99)).toBe(7)
  expect(quantile([], 0.5)).toBeNaN()
})

test('the median of an even number of values lies between the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([4, 1, 9, 2])).toBe(3)
  expect(median([])).toBeNaN()
})

test('everybody has one turn a round, and each round begins with another', () => {
  const rounds = turns(['a', 'b', 'c'], 5)
  expect(rounds.map((round) => round.join(''))).toEqual(['abc', 'bca', 'cab', 'abc', 'bca'])
})

test('no more run at once than may, and none is left out', async () => {
  const done: number[] = []
  let running = 0
  let most = 0
  await inFlight({ count: 10, atOnce: 3 }, async (index) => {
    running += 1
    most = Math.max(most, running)
    await Promise.resolve()
    running -= 1
    done.push(index)
  })
  expect(most).toBe(3)
  expect(done.toSorted((left, right) => left - right)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('what is done at a rate is begun once for each index, in order', async () => {
  const begun: number[] = []
  await atRate({ count: 5, perSecond: 10_000 }, async (index) => {
    begun.push(index)
  })
  expect(begun).toEqual([0, 1, 2, 3, 4])
})
