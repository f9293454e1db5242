import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDuration, parseDuration } from './duration.ts'

test.for([
  ['90s', 90_000],
  ['5m', 300_000],
  ['2h', 7_200_000],
  ['1d', 86_400_000],
  ['0s', 0],
  ['1.5h', 5_400_000],
  ['250ms', 250],
  ['PT90S', 90_000],
  ['P2D', 172_800_000],
  ['P1W', 604_800_000],
  ['P1DT2H3M4.5S', 93_784_500],
] as const)('%s is %i milliseconds', ([text, ms]) => {
  expect(parseDuration(text)).toBe(ms)
})

test.for([
  '',
  's',
  '5',
  '-5m',
  '5 m',
  '5M',
  'P',
  'PT',
  'P1DT',
  'P1Y',
  'P1M',
  'PT1.2345S',
  '1e3s',
  '36526d',
  '5mm',
])('%j is no duration', (text) => {
  expect(parseDuration(text)).toBeNull()
})

test('a duration is written in the unit that shows it exactly, and reads back as itself', () => {
  expect([90_000, 300_000, 86_400_000, 0, 1].map(formatDuration)).toEqual(['90s', '5m', '1d', '0s', '1ms'])
  fc.assert(
    fc.property(fc.nat(), (ms) => {
      expect(parseDuration(formatDuration(ms))).toBe(ms)
    }),
  )
})
