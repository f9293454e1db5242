import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Configuration } from './document.ts'
import { mergeConfiguration } from './merge.ts'
import { validateConfiguration } from './validate.ts'

const base: Configuration = {
  version: 1,
  organization: { name: 'Northwind', declineLimit: 2, autoClose: [{ channel: 'sms', state: 'Open', after: '1d' }] },
  rows: [{ table: 'contact', id: 'c1', values: { city: 'Oslo' } }],
  skillTypes: ['Language'],
  representatives: [{ name: 'ana', units: 10 }, { name: 'bo' }],
  recordTypes: [{ table: 'case', intakeRules: [] }],
  preferredRepresentatives: [{ contact: 'c1', representatives: ['ana'] }],
}

test('a named row replaces the one of that name whole and keeps its place; new ones come last', () => {
  expect(mergeConfiguration(base, { representatives: [{ name: 'cy' }, { name: 'ana', fullName: 'Ana' }] })).toEqual({
    ...base,
    representatives: [{ name: 'ana', fullName: 'Ana' }, { name: 'bo' }, { name: 'cy' }],
  })
})

test('the organization merges by key, its auto-close by channel and state', () => {
  const part = {
    organization: {
      declineLimit: 4,
      autoClose: [
        { channel: 'sms', state: 'Open', after: null },
        { channel: 'sms', state: 'Active', after: '2d' },
      ],
    },
  }
  expect(mergeConfiguration(base, part)).toMatchObject({ organization: { name: 'Northwind', ...part.organization } })
})

test('lists without names merge by their natural keys', () => {
  const part = {
    rows: [
      { table: 'contact', id: 'c1', values: {} },
      { table: 'account', id: 'c1', values: {} },
    ],
    recordTypes: [{ table: 'case', intakeRules: [], routeOnCreate: true }],
    preferredRepresentatives: [{ contact: 'c1', representatives: ['bo'] }],
    skillTypes: ['Language', 'Product'],
  }
  expect(mergeConfiguration(base, part)).toMatchObject(part)
})

test('an empty part changes nothing, and merging twice is merging once', () => {
  expect(mergeConfiguration(base, {})).toEqual(base)
  const part = { queues: [{ name: 'Q', type: 'record' }], representatives: [{ name: 'ana' }] }
  const once = validateConfiguration(mergeConfiguration(base, part))
  expect(once.ok && mergeConfiguration(once.configuration, part)).toEqual(once.ok && once.configuration)
})

test('a malformed part is left for validation to report, and the base is never touched', () => {
  const before = structuredClone(base)
  fc.assert(
    fc.property(
      fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...Object.keys(base), '__proto__'), fc.jsonValue())),
      (part) => {
        validateConfiguration(mergeConfiguration(base, part))
      },
    ),
  )
  expect(base).toEqual(before)
  const validation = validateConfiguration(
    mergeConfiguration(base, JSON.parse('{"__proto__": {"x": 1}, "queues": {"a": 1}}')),
  )
  expect(validation.ok ? [] : validation.problems.map(({ path }) => path)).toEqual(['__proto__', 'queues'])
})
