import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sample } from '../bench/soak/growth.ts'
import { type SoakedServer, startSoakedServer } from '../bench/soak/load.ts'
import { createTestDatabase } from './setup/postgres.ts'

const CUSTOMERS = 8
const ROUNDS = 2
const HEAP_BYTES_MAX = 20_000_000
/** Those of routing, of everything else, and the two that wait for news and for the end. */
const CONNECTIONS_MAX = 16
/** Alarms that happen to be set when somebody looks. */
const TIMERS_MORE_MAX = 6

let server: SoakedServer
beforeAll(async () => {
  server = await startSoakedServer(await createTestDatabase())
})
afterAll(() => server.stop())

test('after a busy time nothing is held that was not held before', async () => {
  await server.round(CUSTOMERS)
  const before = await server.sample()
  for (let round = 0; round < ROUNDS; round++) await server.round(CUSTOMERS)
  // Connections that were closed by us may still be closing there.
  const beside = ({ handles, connections }: Sample) => handles - connections
  await expect.poll(async () => beside(await server.sample())).toBeLessThanOrEqual(beside(before))
  const after = await server.sample()
  expect(after.timers).toBeLessThanOrEqual(before.timers + TIMERS_MORE_MAX)
  expect(after.connections).toBeLessThanOrEqual(CONNECTIONS_MAX)
  expect(after.heap - before.heap).toBeLessThan(HEAP_BYTES_MAX)
  expect(server.requests()).toBeGreaterThan(150)
})
