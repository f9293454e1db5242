import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLog } from '../log.ts'
import { answerInTime } from './answer-in-time.ts'
import { sendProblem } from './problem-reply.ts'

let server: FastifyInstance
let lines: string[]

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  lines = []
  const loggerInstance: FastifyBaseLogger = createLog('warn', { write: (line) => lines.push(line) })
  server = fastify({ loggerInstance })
  server.setErrorHandler(sendProblem)
  answerInTime(server, { withinMs: 1_000, checkEveryMs: 100 })
})
afterEach(async () => {
  vi.useRealTimers()
  await server.close()
})

/** Asks, and resolves the first promise once the handler is at work. */
function ask(handler: () => Promise<unknown>) {
  const begun = Promise.withResolvers<void>()
  server.get('/', async () => {
    begun.resolve()
    return handler()
  })
  return { begun: begun.promise, reply: server.inject('/') }
}

test('who waits for a handler that takes too long is told so, and when to ask again', async () => {
  const { begun, reply } = ask(() => new Promise(() => undefined))
  await begun
  vi.advanceTimersByTime(1_100)
  const { statusCode, headers, body } = await reply
  expect([statusCode, headers['retry-after']]).toEqual([503, '1'])
  expect(JSON.parse(body).code).toBe('unavailable')
})

test('a handler that is done before is left alone', async () => {
  const done = Promise.withResolvers<string>()
  const { begun, reply } = ask(() => done.promise)
  await begun
  vi.advanceTimersByTime(900)
  done.resolve('in time')
  expect((await reply).body).toBe('in time')
})

test('an answer that comes after that goes nowhere, and nobody complains of it', async () => {
  const done = Promise.withResolvers<string>()
  const { begun, reply } = ask(() => done.promise)
  await begun
  vi.advanceTimersByTime(1_100)
  expect((await reply).statusCode).toBe(503)
  lines.length = 0
  done.resolve('too late')
  await done.promise
  await new Promise(setImmediate)
  expect(lines).toEqual([])
})
