import { expect, test } from 'vitest'
import { growthOf, type TimedSample } from './growth.ts'

const MEGABYTE = 1_000_000

function samples(heapAt: (index: number) => number): TimedSample[] {
  return Array.from({ length: 20 }, (_, index) => ({
    ...{ atMs: index * 1_000, requests: index, heap: heapAt(index), rss: 200 * MEGABYTE },
    ...{ timers: 5, handles: 12, connections: 8, database: 1 },
  }))
}

const tooMuch = (found: ReturnType<typeof growthOf>) => found.filter(({ isTooMuch }) => isTooMuch)

test('what goes up and down is no growth', () => {
  expect(tooMuch(growthOf(samples((index) => (100 + (index % 3) * 5) * MEGABYTE)))).toEqual([])
})

test('what goes up bit by bit is growth, as much as the line says', () => {
  const [heap] = tooMuch(growthOf(samples((index) => (100 + index) * MEGABYTE)))
  expect(heap).toMatchObject({ figure: 'heap', from: 100 * MEGABYTE, growth: 19 * MEGABYTE })
})
