import type { Router, WorkItem } from '@unified-routing/routing'
import { expect, test } from 'vitest'
import { averageWaitText, positionText } from './waiting-news.ts'

const words = { showsPosition: true, showsAverageWait: true, texts: {} }
const item = Object.assign(Object.create(null), { id: 'chat', queue: 'Chats' }) satisfies WorkItem

function queue(at: { position: number | null; waiting: number; waitMs?: number | null }): Router {
  const { position, waiting, waitMs = null } = at
  return Object.assign(Object.create(null), {
    position: () => position,
    waitingCount: () => waiting,
    predictedWaitMs: () => waitMs,
  })
}

test('a customer hears how many are ahead, or that they are next, and nothing while nobody else waits', () => {
  expect(positionText(item, queue({ position: 3, waiting: 3 }), words)).toBe('People ahead of you: 2.')
  expect(positionText(item, queue({ position: 1, waiting: 3 }), words)).toBe('You’re next in line…')
  expect(positionText(item, queue({ position: 1, waiting: 1 }), words)).toBeNull()
  expect(positionText(item, queue({ position: null, waiting: 3 }), words)).toBeNull()
  expect(positionText(item, queue({ position: 2, waiting: 3 }), { ...words, showsPosition: false })).toBeNull()
})

test('a customer hears of the average wait when it is known and longer than a minute', () => {
  const wait = (waitMs: number | null) => averageWaitText(item, queue({ position: 1, waiting: 1, waitMs }), words)
  expect(wait(240_000)).toBe('Average wait time 4 mins.')
  expect(wait(60_000)).toBeNull()
  expect(wait(null)).toBeNull()
  expect(wait(7_200_000)).toBe('Average wait time 2 hours.')
  expect(wait(7_500_000)).toBe('Average wait time 2 hours 5 mins.')
})

test('the words can be those of the widget', () => {
  const texts = { positionInQueue: '{n} vor Ihnen', averageWaitHoursAndMinutes: '{hours} Std. {n} Min. {x}' }
  const german = { ...words, texts }
  expect(positionText(item, queue({ position: 3, waiting: 3 }), german)).toBe('2 vor Ihnen')
  expect(averageWaitText(item, queue({ position: 3, waiting: 3, waitMs: 7_500_000 }), german)).toBe('2 Std. 5 Min. {x}')
})
