import { expect, test } from 'vitest'
import { openSpans, spansText } from './week-hours.ts'

function week(...hours: Parameters<typeof openSpans>[0]): readonly string[] {
  return openSpans(hours).map(spansText)
}

test('a day is open between its times, but for its breaks', () => {
  const [monday, tuesday] = week({
    days: ['MO'],
    start: '08:00',
    end: '17:00',
    breaks: [{ start: '12:00', end: '12:30' }],
  })
  expect([monday, tuesday]).toEqual(['08:00–12:00, 12:30–17:00', 'Closed'])
})

test('hours past midnight reach into the next day, and those of Sunday into Monday', () => {
  const days = week({ days: ['FR', 'SU'], start: '22:00', end: '02:00', breaks: [{ start: '00:30', end: '01:00' }] })
  expect(days[4]).toBe('22:00–24:00')
  expect(days[5]).toBe('00:00–00:30, 01:00–02:00')
  expect(days[0]).toBe('00:00–00:30, 01:00–02:00')
})

test('entries of the same day are joined, and midnight to midnight is the whole day', () => {
  const days = week(
    { days: ['SA'], start: '00:00', end: '00:00' },
    { days: ['SU'], start: '08:00', end: '12:00' },
    { days: ['SU'], start: '12:00', end: '14:00' },
  )
  expect(days.slice(5)).toEqual(['00:00–24:00', '08:00–14:00'])
})

test('a time that cannot be read opens nothing', () => {
  expect(week({ days: ['MO'], start: '', end: '17:00' })[0]).toBe('Closed')
})
