import { expect, test } from 'vitest'
import { clockAxis, countAxis, durationText } from './axis.ts'
import { timelineOf } from './step-series.ts'

test.each([
  [0, '0 s'],
  [1_234, '1.2 s'],
  [60_000, '1 min'],
  [250_000, '4 min 10 s'],
  [7_500_000, '2 h 5 min'],
  [86_400_000 * 3 + 7_200_000, '3 d 2 h'],
  [3_599_999, '1 h'],
])('%i ms is told as %s', (ms, text) => {
  expect(durationText(ms)).toBe(text)
})

test.each([
  [0, ['0', '1']],
  [3, ['0', '1', '2', '3']],
  [24, ['0', '5', '10', '15', '20', '25']],
  [1_900, ['0', '500', '1,000', '1,500', '2,000']],
])('an axis up to %i has round ticks that reach it', (highest, labels) => {
  expect(countAxis('Items', highest).ticks.map(({ label }) => label)).toEqual(labels)
})

test('a clock shows the date where a run goes beyond a day', () => {
  const noon = Date.UTC(2026, 2, 2, 12)
  const labels = (hours: number) =>
    clockAxis(timelineOf(noon, noon + hours * 3_600_000)).ticks.map(({ label }) => label)
  expect(labels(1)).toEqual(['12:00', '12:10', '12:20', '12:30', '12:40', '12:50', '13:00'])
  expect(labels(36)).toEqual(['03-02 12:00', '03-03 00:00', '03-03 12:00', '03-04 00:00'])
})
