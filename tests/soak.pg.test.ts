import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SoakedServer, startSoakedServer } from '../bench/soak/load.ts'
import { createTestDatabase } from './setup/postgres.ts'

const CUSTOMERS = 8
const ROUNDS = 3
const HEAP_BYTES_MAX = 20_000_000

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
  await expect.poll(async () => (await server.sample()).handles).toBeLessThanOrEqual(before.handles)
  const after = await server.sample()
  expect(after.timers).toBeLessThanOrEqual(before.timers + 1)
  expect(after.connections).toBeLessThanOrEqual(before.connections + 2)
  expect(after.heap - before.heap).toBeLessThan(HEAP_BYTES_MAX)
  expect(server.requests()).toBeGreaterThan(200)
})
