import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AllocationMemory, pickByShare } from './allocation.ts'

function served(percentages: Record<string, number>, items: number): string[] {
  let memory: AllocationMemory | undefined
  return Array.from({ length: items }, () => {
    const pick = pickByShare(percentages, memory)
    memory = pick.memory
    return pick.queue
  })
}

test('queues take turns smoothly by their shares', () => {
  expect(served({ A: 60, B: 30, C: 10 }, 10).join('')).toBe('ABAABACABA')
})

test('shares of a hundred items are exact', () => {
  const queues = served({ A: 60, B: 30, C: 10 }, 100)
  expect(['A', 'B', 'C'].map((queue) => queues.filter((picked) => picked === queue).length)).toEqual([60, 30, 10])
})

test('a single queue gets everything', () => {
  expect(served({ A: 100 }, 3)).toEqual(['A', 'A', 'A'])
})

test('percentages that change start the count anew', () => {
  const { memory } = pickByShare({ A: 50, B: 50 }, undefined)
  expect(memory.behind).toEqual({ A: -50, B: 50 })
  expect(pickByShare({ A: 90, B: 10 }, memory).memory.behind).toEqual({ A: -10, B: 10 })
})

test('thirds with decimals do not drift', () => {
  const queues = served({ A: 33.33, B: 33.33, C: 33.34 }, 30_000)
  expect(queues.filter((queue) => queue === 'A').length).toBeCloseTo(9_999, -1)
})

/** Whole percentages of two to five queues that total 100. */
const shares = fc
  .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 4 })
  .map((cuts) => [0, ...cuts.toSorted((left, right) => left - right), 100])
  .map((cuts) => cuts.slice(1).map((cut, index) => cut - (cuts[index] ?? 0)))

test('after any number of items no queue is off its share by a whole item', () => {
  fc.assert(
    fc.property(shares, (percentages) => {
      const byQueue = Object.fromEntries(percentages.map((share, index) => [`q${index}`, share]))
      const counts = new Map<string, number>()
      for (const [index, queue] of served(byQueue, 200).entries()) {
        counts.set(queue, (counts.get(queue) ?? 0) + 1)
        for (const [name, share] of Object.entries(byQueue)) {
          expect(Math.abs((counts.get(name) ?? 0) - ((index + 1) * share) / 100)).toBeLessThan(1)
        }
      }
    }),
    { numRuns: 50, examples: [[[1, 1, 6, 46, 46]]] },
  )
})
