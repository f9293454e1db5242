import type { Configuration } from '@unified-routing/routing'
import { expect, test } from 'vitest'
import { changeProblems, formProblems } from './change-problems.ts'

const document: Configuration = {
  version: 1,
  capacityProfiles: [{ name: 'Chats', limit: 3 }],
  operatingHours: [{ name: 'Office', timeZone: 'UTC', hours: [{ days: ['MO'], start: '08:00', end: '17:00' }] }],
}

test('a bad value is named at the field that holds it', () => {
  const row = { name: 'Office', timeZone: 'Mars/Base', hours: [{ days: ['MO'], start: '08:00', end: '25:00' }] }
  const wrongEnd = changeProblems(document, { list: 'operatingHours', name: 'Office', row })
  expect(formProblems(wrongEnd, { keyField: 'name' }).map(({ field }) => field)).toEqual(['hours.0.end'])
  const wrongZone = changeProblems(document, {
    list: 'operatingHours',
    name: 'Office',
    row: { ...row, hours: [] },
  })
  expect(formProblems(wrongZone, { keyField: 'name' }).map(({ field }) => field)).toContain('timeZone')
})

test('a choice that is made once is refused in the page already', () => {
  const row = { name: 'Chats', limit: 3, reset: 'endOfDay' }
  const problems = changeProblems(document, { list: 'capacityProfiles', name: 'Chats', row })
  expect(formProblems(problems, { keyField: 'name' })).toEqual([
    { field: 'reset', message: "'Chats' was made with 'immediate', which cannot change; keep it or make a new one." },
  ])
})

test('a name that is taken is shown at the name', () => {
  const row = { name: 'Chats', limit: 1 }
  const problems = changeProblems(document, { list: 'capacityProfiles', name: 'Chats', row, create: true })
  expect(formProblems(problems, { keyField: 'name' }).map(({ field }) => field)).toEqual(['name'])
})
