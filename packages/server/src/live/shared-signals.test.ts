import type { LiveSignal } from '@unified-routing/contract'
import { beforeEach, expect, test, vi } from 'vitest'
import { createSharedSignals, type SharedSignals } from './shared-signals.ts'

const typing = (workItem: string): LiveSignal => ({ type: 'typing', workItem, from: 'customer', author: null })
const receipt = (delivered: number): LiveSignal => ({ type: 'receipt', workItem: 'chat', delivered, read: 0 })

let notices: string[]
let listeners: ((text: string) => void)[]
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  notices = []
  listeners = []
  return () => vi.useRealTimers()
})

/** A server whose notices reach every other one at once. */
function start(server: string): SharedSignals {
  return createSharedSignals({
    server,
    bytesMax: 400,
    tell: async (text) => {
      notices.push(text)
      for (const hear of listeners) hear(text)
    },
    onTrouble: () => undefined,
    listen: (onNotice) => {
      listeners.push(onNotice)
      return async () => undefined
    },
  })
}

function heardBy(signals: SharedSignals): LiveSignal[] {
  const heard: LiveSignal[] = []
  signals.listen((signal) => heard.push(signal))
  return heard
}

test('a signal is heard here at once and on another server a moment later, each time once', () => {
  const [one, other] = [start('one'), start('other')]
  const [here, there] = [heardBy(one), heardBy(other)]
  one.send(typing('chat'))
  expect([here.length, there.length]).toEqual([1, 0])
  vi.advanceTimersByTime(1_000)
  expect([here.length, there.length]).toEqual([1, 1])
})

test('of many in a moment only the latest of each kind is told, in one notice', () => {
  const one = start('one')
  const there = heardBy(start('other'))
  for (let number = 1; number <= 50; number++) {
    one.send(typing('chat'))
    one.send(receipt(number))
  }
  vi.advanceTimersByTime(1_000)
  expect(notices).toHaveLength(1)
  expect(there).toEqual([typing('chat'), receipt(50)])
})

test('more than a notice takes goes with the next ones', () => {
  const one = start('one')
  const there = heardBy(start('other'))
  for (let number = 0; number < 20; number++) one.send(typing(`chat-${number}`))
  vi.advanceTimersByTime(10_000)
  expect(there).toHaveLength(20)
  for (const text of notices) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(400)
})

test.each([
  '',
  '{',
  '{"server":"x","signals":[{"type":"typing"}]}',
  'null',
])('the notice %j changes nothing', (text) => {
  const heard = heardBy(start('one'))
  for (const hear of listeners) hear(text)
  expect(heard).toEqual([])
})
