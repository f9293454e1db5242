import { beforeEach, expect, test } from 'vitest'
import { createSystemClock } from './clock.ts'

const HOUR_MS = 60 * 60 * 1_000
const source = { wall: 0, monotonic: 0 }
const clock = () => createSystemClock({ wall: () => source.wall, monotonic: () => source.monotonic })

/** Time passes, and somebody may set the clock meanwhile. */
function pass(ms: number, setByMs = 0): void {
  source.monotonic += ms
  source.wall += ms + setByMs
}

beforeEach(() => {
  source.wall = Date.UTC(2026, 0, 5, 9)
  source.monotonic = 1_000
})

test('set forward, it follows', () => {
  const time = clock()
  const before = time.now()
  pass(10, HOUR_MS)
  expect(time.now()).toBe(before + 10 + HOUR_MS)
})

test('set back, it goes on at its own pace until the machine has caught up', () => {
  const time = clock()
  const before = time.now()
  pass(10, -HOUR_MS)
  expect(time.now()).toBe(before + 10)
  pass(HOUR_MS / 2)
  expect(time.now()).toBe(before + 10 + HOUR_MS / 2)
  pass(HOUR_MS)
  expect(time.now()).toBe(before + 10 + 1.5 * HOUR_MS)
  pass(5, HOUR_MS)
  expect(time.now()).toBe(source.wall)
})

test('told of an instant ahead of it, it goes on from there, and never back', () => {
  const time = clock()
  const ahead = time.now() + HOUR_MS
  time.notBefore(ahead)
  expect(time.now()).toBe(ahead)
  pass(7)
  expect(time.now()).toBe(ahead + 7)
  time.notBefore(ahead - HOUR_MS)
  expect(time.now()).toBe(ahead + 7)
})
