import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { createPlaces } from './places.ts'

const SECOND = 1_000

/** A request whose body arrives as the test says. */
function startSending() {
  const socket = new Socket()
  let bytesRead = 0
  Object.defineProperty(socket, 'bytesRead', { get: () => bytesRead })
  const incoming = new IncomingMessage(socket)
  return {
    incoming,
    send: (bytes: number) => {
      bytesRead += bytes
    },
  }
}

function startPlaces() {
  let now = 0
  const places = createPlaces({ requests: 2, bytes: 1_000_000 }, () => now)
  return {
    take: ({ incoming }: ReturnType<typeof startSending>, bytes = 100_000) => places.take(incoming, bytes),
    pass: (ms: number) => {
      now += ms
    },
  }
}

test('a place that is given back is there for the next, once', () => {
  const { take } = startPlaces()
  const leave = take(startSending())
  expect(take(startSending())).not.toBeNull()
  expect(take(startSending())).toBeNull()
  leave?.()
  leave?.()
  expect(take(startSending())).not.toBeNull()
  expect(take(startSending())).toBeNull()
})

test('bodies have a room of their own', () => {
  const { take } = startPlaces()
  expect(take(startSending(), 600_000)).not.toBeNull()
  expect(take(startSending(), 600_000)).toBeNull()
  expect(take(startSending(), 0)).not.toBeNull()
})

test('on a full server whoever drips their body gives way, whoever sends at a pace does not', () => {
  const { take, pass } = startPlaces()
  const [dripping, brisk] = [startSending(), startSending()]
  take(dripping)
  take(brisk)
  pass(SECOND)
  expect(take(startSending())).toBeNull()
  brisk.send(50_000)
  dripping.send(10)
  pass(2 * SECOND)
  expect(take(startSending())).not.toBeNull()
  expect([dripping.incoming.destroyed, brisk.incoming.destroyed]).toEqual([true, false])
})

test('requests that have arrived and wait for their answer keep their places', () => {
  const { take, pass } = startPlaces()
  for (let count = 0; count < 2; count++) {
    const arrived = startSending()
    take(arrived)
    arrived.incoming.complete = true
  }
  pass(60 * SECOND)
  expect(take(startSending())).toBeNull()
})
