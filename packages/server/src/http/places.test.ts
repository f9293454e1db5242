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
  const outgoing = { writableEnded: false }
  return {
    incoming,
    outgoing,
    send: (bytes: number) => {
      bytesRead += bytes
    },
  }
}

function startPlaces(requests = 2) {
  let now = 0
  const places = createPlaces({ requests, bytes: 1_000_000 }, () => now)
  return {
    take: (exchange: ReturnType<typeof startSending>, bytes = 100_000) => places.take(exchange, bytes),
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

/** Takes a place for a request that has arrived. */
function takeWhole({ take }: ReturnType<typeof startPlaces>) {
  const arrived = startSending()
  arrived.incoming.complete = true
  return take(arrived, 0)
}

test('a crowd at once is taken; once most have waited for long, nobody more is until answers come again', () => {
  const places = startPlaces(1_000)
  const leaves = Array.from({ length: 100 }, () => takeWhole(places))
  expect(leaves).not.toContain(null)
  places.pass(2 * SECOND)
  expect(takeWhole(places)).toBeNull()
  for (const leave of leaves.slice(0, 80)) leave?.()
  expect(takeWhole(places)).not.toBeNull()
})

test('some that take long keep nobody out, nor do those that have not said all yet', () => {
  const places = startPlaces(1_000)
  for (let count = 0; count < 60; count++) takeWhole(places)
  for (let count = 0; count < 100; count++) places.take(startSending(), 10)
  places.pass(60 * SECOND)
  expect(takeWhole(places)).not.toBeNull()
})

test('answers that nobody reads keep nobody out, and beyond as many of them the oldest are hung up on', () => {
  const { take, pass } = startPlaces(100)
  const whole = (isAnswered: boolean) => {
    const exchange = startSending()
    exchange.incoming.complete = true
    exchange.outgoing.writableEnded = isAnswered
    expect(take(exchange, 0)).not.toBeNull()
    pass(20)
    return exchange.incoming.socket
  }
  const sockets = Array.from({ length: 300 }, () => whole(true))
  const open = sockets.filter(({ destroyed }) => !destroyed)
  expect(open).toEqual(sockets.slice(-open.length))
  expect(open.length).toBeLessThanOrEqual(200)
})
