import type { Router } from '@unified-routing/routing'
import { expect, test } from 'vitest'
import { createWaitingRounds, Estimates } from './waiting-rounds.ts'

test('the estimate that a customer heard first stays, and is nobody else’s', () => {
  const estimates = new Estimates()
  expect(estimates.of('one', null)).toBeNull()
  expect(estimates.of('one', '4 mins')).toBe('4 mins')
  expect(estimates.of('one', '9 mins')).toBe('4 mins')
  expect(estimates.of('other', '9 mins')).toBe('9 mins')
  expect(estimates.of('one', null)).toBeNull()
})

test('a customer who has no stream hears with every half minute what is new', () => {
  let [position, time] = [3, 0]
  const router: Router = Object.assign(Object.create(null), {
    workItem: () => ({ id: 'chat', queue: 'Chats' }),
    position: () => position,
    waitingCount: () => 200,
    predictedWaitMs: () => 240_000,
  })
  const engine = Object.assign(Object.create(null), { router: () => router })
  const rounds = createWaitingRounds({ engine, now: () => time, streams: () => [] })
  const waiting = { showsPosition: true, showsAverageWait: true, texts: {} }
  const viewpoint = { conversation: 'chat', user: 'dl_1', waiting, nameOf: () => '', fileAddress: () => '' }
  const heardAt = (seconds: number, place: number) => {
    ;[time, position] = [seconds * 1_000, place]
    return rounds.askedBy(viewpoint)
  }
  expect(heardAt(0, 3)).toEqual([])
  expect(heardAt(4, 3)).toEqual([])
  expect(heardAt(5, 3)).toEqual(['People ahead of you: 2.', 'Average wait time 4 mins.'])
  expect(heardAt(20, 2)).toEqual([])
  expect(heardAt(35, 2)).toEqual(['People ahead of you: 1.'])
  expect(heardAt(65, 2)).toEqual([])
  expect(heardAt(95, 170)).toEqual(['People ahead of you: 169.'])
  expect(heardAt(125, 160)).toEqual([])
  expect(heardAt(155, 160)).toEqual(['People ahead of you: 159.'])
  rounds.stop()
})
