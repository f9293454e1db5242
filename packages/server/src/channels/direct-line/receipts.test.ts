import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLog } from '../../log.ts'
import { createReceipts } from './receipts.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('what could not be saved is saved later, with what came meanwhile', async () => {
  const saved: object[] = []
  let isDown = true
  const receipts = createReceipts({
    signals: { send: () => undefined, listen: () => () => undefined },
    save: async (found) => {
      if (isDown) throw new Error('the database is away')
      saved.push(Object.fromEntries(found))
    },
    log: createLog('silent'),
  })
  receipts.received('chat-1', { delivered: 3, read: 1 })
  receipts.received('chat-2', { delivered: 1, read: 0 })
  await vi.advanceTimersByTimeAsync(300)
  receipts.received('chat-1', { delivered: 2, read: 2 })
  isDown = false
  await receipts.stop()
  expect(saved).toEqual([{ 'chat-1': { delivered: 3, read: 2 }, 'chat-2': { delivered: 1, read: 0 } }])
})
