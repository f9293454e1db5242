import { expect, test } from 'vitest'
import { reportCsv } from './report-csv.ts'

test('a report is a table of plain numbers in which no name is taken for a formula', () => {
  const csv = reportCsv(
    'Queue',
    ['answered', 'speedToAnswer', 'serviceLevel'],
    [
      { name: '=HYPERLINK("http://example.com")', figures: { answered: 3, speedToAnswer: 1_550, serviceLevel: null } },
      { name: 'Billing, north', figures: { answered: 0, speedToAnswer: null, serviceLevel: 0.5 } },
    ],
  )
  const [heads, formula, billing] = csv.split('\r\n')
  expect(heads).toBe('\uFEFFQueue,Answered,Average speed to answer (seconds),Service level')
  expect(formula).toMatch(/^"'=HYPERLINK.*",3,1.6,$/)
  expect(billing).toBe('"Billing, north",0,,0.5')
})
