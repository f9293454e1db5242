import { expect, test } from 'vitest'
import { createLog } from '../log.ts'
import { RequestLog } from './request-log.ts'

function openLog(level: string) {
  const lines: string[] = []
  const parent = createLog(level, { write: (line) => lines.push(line) })
  let children = 0
  parent.onChild = () => {
    children += 1
  }
  return { log: new RequestLog(parent, { requestId: 'order-17' }), lines, children: () => children }
}

test('a request that says nothing, or nothing that is wanted, costs no logger of its own', () => {
  const { log, lines, children } = openLog('info')
  log.debug({ event: 'request.answered' }, 'request answered')
  expect([lines, children()]).toEqual([[], 0])
})

test('every line has the id of the request, and secrets stay out of it', () => {
  const { log, lines, children } = openLog('info')
  log.warn({ event: 'request.unavailable', password: 'open sesame' }, 'request unavailable')
  log.info({ event: 'request.seen' }, 'request seen')
  log.child({ part: 'body' }).error({ event: 'request.failed' }, 'request failed')
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 'warn', requestId: 'order-17', event: 'request.unavailable', password: 'redacted' },
    { level: 'info', requestId: 'order-17', event: 'request.seen', message: 'request seen' },
    { level: 'error', requestId: 'order-17', part: 'body', event: 'request.failed' },
  ])
  expect(children()).toBe(2)
})
