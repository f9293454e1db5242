import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatInstant, isWholeDay, parseInstant } from './instant.ts'

test.for([
  ['2026-03-02', '2026-03-02T00:00:00.000Z'],
  ['2026-03-02T09:30', '2026-03-02T09:30:00.000Z'],
  ['2026-03-02 09:30:15', '2026-03-02T09:30:15.000Z'],
  ['2026-03-02T09:30:15.25Z', '2026-03-02T09:30:15.250Z'],
  ['2026-03-02T09:30:15.123456+01:00', '2026-03-02T08:30:15.123Z'],
  ['2026-03-02T09:30-05:30', '2026-03-02T15:00:00.000Z'],
  ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ['1969-12-31T23:59:59.999Z', '1969-12-31T23:59:59.999Z'],
] as const)('%s is %s', ([text, iso]) => {
  expect(formatInstant(parseInstant(text))).toBe(iso)
})

test.for([
  '',
  'tomorrow',
  '2026-02-29',
  '2026-13-01',
  '2026-3-2',
  '2026-03-02T',
  '2026-03-02T24:00',
  '2026-03-02T09:60',
  '2026-03-02T09:30:15.',
  '2026-03-02T09:30:15.5+1',
  '2026-03-02T09:30ZZ',
  '2026-03-02T09:30 Z',
  '02/03/2026',
])('%j is no date', (text) => {
  expect(parseInstant(text)).toBeNaN()
})

test('only a date without a time names a whole day', () => {
  expect(isWholeDay('2026-03-02')).toBe(true)
  expect(isWholeDay('2026-03-02T00:00')).toBe(false)
})

test('dates are read and written as the platform does', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date('2400-01-01'), noInvalidDate: true }), (date) => {
      expect(parseInstant(date.toISOString())).toBe(date.getTime())
      expect(formatInstant(date.getTime())).toBe(date.toISOString())
    }),
  )
})
