import { expect, test } from 'vitest'
import { rowProblems } from './row-values.ts'
import { type TableDefinition, tableCatalog } from './tables.ts'

const catalog = tableCatalog([
  {
    name: 'device',
    columns: [
      { name: 'label', type: 'text', required: true },
      { name: 'count', type: 'integer' },
      { name: 'price', type: 'decimal' },
      { name: 'sold', type: 'boolean' },
      { name: 'soldAt', type: 'dateTime' },
      { name: 'colour', type: 'choice', choices: ['red', 'blue'] },
      { name: 'owner', type: 'lookup', target: 'contact' },
    ],
  },
  { name: 'lead', columns: [{ name: 'rating', type: 'choice', choices: ['A', 'B'] }] },
])

function tableNamed(name: string): TableDefinition {
  const table = catalog.get(name)
  if (table === undefined) throw new Error(`no table ${name}`)
  return table
}

test('values of the right types are accepted, and null clears any column that is not required', () => {
  const values = { label: 'x', count: 1, price: 1.5, sold: false, soldAt: '2026-03-02', colour: 'red', owner: 'c1' }
  expect(rowProblems(tableNamed('device'), values, false)).toEqual([])
  expect(rowProblems(tableNamed('device'), { label: 'x', count: null, owner: null }, false)).toEqual([])
})

test.for([
  ['count', 1.5, 'a whole number'],
  ['count', '1', 'a whole number'],
  ['price', Number.NaN, 'a number'],
  ['sold', 'yes', 'true or false'],
  ['soldAt', 'yesterday', 'a date'],
  ['colour', 'rde', "did you mean 'red'?"],
  ['owner', 7, 'the id of a row'],
  ['label', null, 'is required'],
  ['label', { a: 1 }, 'a text'],
  ['lable', 'x', "did you mean 'label'?"],
  ['constructor', 'x', "no column 'constructor'"],
] as const)('%s cannot be %j', ([column, value, message]) => {
  const problems = rowProblems(tableNamed('device'), { label: 'x', [column]: value }, false)
  expect(problems).toEqual([{ path: column, message: expect.stringContaining(message) }])
})

test('a change may leave required columns out, a new row may not', () => {
  expect(rowProblems(tableNamed('device'), {}, true)).toEqual([])
  expect(rowProblems(tableNamed('device'), {}, false)).toEqual([{ path: 'label', message: 'is required; add it' }])
})

test('choices of built-in columns are proposals until the document names the column', () => {
  expect(rowProblems(tableNamed('case'), { priority: 'Urgent' }, false)).toEqual([])
  expect(rowProblems(tableNamed('lead'), { rating: 'Hot' }, false)).toHaveLength(1)
})

test('of very many wrong values the first hundred are named', () => {
  const values = Object.fromEntries(Array.from({ length: 90_000 }, (_, index) => [`label${index}`, 1]))
  expect(rowProblems(tableNamed('device'), values, true)).toHaveLength(100)
})
