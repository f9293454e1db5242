import { expect, test } from 'vitest'
import { missingAttributes, withoutMissing } from './missing.ts'

test('attributes that are not chosen yet are counted on both sides and in every group', () => {
  expect(missingAttributes({ all: [] })).toBe(0)
  expect(
    missingAttributes({
      all: [
        { path: '', op: 'eq', value: '' },
        { not: { any: [{ path: 'record.title', op: 'eq', valuePath: '' }] } },
        { path: 'record.title', op: 'hasData' },
      ],
    }),
  ).toBe(2)
})

test('what the router says of an attribute that is not chosen is left to its condition', () => {
  const name = { part: 'Name', message: 'expected a name' }
  const empty = { part: 'Condition 1', message: "'' cannot be read: '' cannot be read here; begin with record" }
  expect(withoutMissing([name, empty])).toEqual([name])
})
