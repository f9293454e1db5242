import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTraceParent, requestIdOf } from './request-id.ts'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const SPAN = '00f067aa0ba902b7'
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

test('the caller’s own id goes before the one of its trace, and both before a new one', () => {
  const traceparent = `00-${TRACE}-${SPAN}-01`
  expect(requestIdOf({ headers: { 'x-request-id': 'order-17:b', traceparent } })).toBe('order-17:b')
  expect(requestIdOf({ headers: { traceparent } })).toBe(TRACE)
  expect(requestIdOf({ headers: {} })).toMatch(UUID)
})

test.each([
  '',
  'a b',
  'a\nb',
  'a"b',
  'a, b',
  '{"level":"error"}',
  '\u001b[31m',
  'é',
  'a'.repeat(129),
])('%j is no id, so one is made', (id) => {
  expect(requestIdOf({ headers: { 'x-request-id': id } })).toMatch(UUID)
})

test('whatever comes as an id, what is taken is one word', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (id) => {
      expect(requestIdOf({ headers: { 'x-request-id': id } })).toMatch(/^[\w.:=+/-]{1,128}$/)
    }),
  )
})

test('a trace is read as the W3C writes it', () => {
  expect(readTraceParent({ traceparent: `00-${TRACE}-${SPAN}-01` })).toEqual({
    traceId: TRACE,
    spanId: SPAN,
    isSampled: true,
  })
  expect(readTraceParent({ traceparent: `00-${TRACE}-${SPAN}-00` })?.isSampled).toBe(false)
  expect(readTraceParent({ traceparent: `cc-${TRACE}-${SPAN}-01-what-will-be` })?.traceId).toBe(TRACE)
})

test.each([
  `ff-${TRACE}-${SPAN}-01`,
  `00-${TRACE}-${SPAN}-01-more`,
  `00-${'0'.repeat(32)}-${SPAN}-01`,
  `00-${TRACE}-${'0'.repeat(16)}-01`,
  `00-${TRACE.toUpperCase()}-${SPAN}-01`,
  `00-${TRACE}-${SPAN}`,
  `00-${TRACE}-${SPAN}-01\n`,
])('%j is no trace', (traceparent) => {
  expect(readTraceParent({ traceparent })).toBeNull()
})
