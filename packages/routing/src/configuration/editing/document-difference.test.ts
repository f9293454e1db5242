import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Configuration } from '../document.ts'
import { applyDifference, documentDifference, isToldByRows } from './document-difference.ts'

const queue = (name: string, priority?: number) => ({
  name,
  type: 'record' as const,
  ...(priority === undefined ? {} : { priority }),
})

test('what differs is told row by row, a renamed row with the name it had', () => {
  const before: Configuration = {
    version: 1,
    organization: { name: 'Contoso', declineLimit: 2 },
    skillTypes: ['Language'],
    queues: [queue('A'), queue('B'), queue('C')],
  }
  const after: Configuration = {
    version: 1,
    organization: { name: 'Contoso' },
    skillTypes: ['Language', 'Product'],
    queues: [queue('A', 2), queue('Z'), queue('D')],
    rows: [{ table: 'contact', id: 'c', values: {} }],
  }
  const changes = documentDifference(before, after, [{ list: 'queues', from: 'B', to: 'Z' }])
  expect(
    changes.map(({ list, name, formerName, before: old, after: fresh }) => [list, name, formerName, !!old, !!fresh]),
  ).toEqual([
    ['organization', 'declineLimit', null, true, false],
    ['rows', 'contact c', null, false, true],
    ['skillTypes', 'Product', null, false, true],
    ['queues', 'C', null, true, false],
    ['queues', 'A', null, true, true],
    ['queues', 'Z', 'B', true, true],
    ['queues', 'D', null, false, true],
  ])
  expect(applyDifference(before, changes)).toEqual(after)
})

test('a new row may take the name that another has just given up', () => {
  const before: Configuration = { version: 1, queues: [queue('A', 1), queue('B')] }
  const after: Configuration = { version: 1, queues: [queue('Z', 1), queue('B'), queue('A', 3)] }
  const changes = documentDifference(before, after, [{ list: 'queues', from: 'A', to: 'Z' }])
  expect(changes.map(({ name, formerName }) => [name, formerName])).toEqual([
    ['Z', 'A'],
    ['A', null],
  ])
  expect(applyDifference(before, changes)).toEqual(after)
})

test('another order alone is one entry', () => {
  const before: Configuration = { version: 1, queues: [queue('A'), queue('B')] }
  const after: Configuration = { version: 1, queues: [queue('B'), queue('A')] }
  expect(documentDifference(before, after)).toEqual([
    { list: 'queues', name: null, formerName: null, before: ['A', 'B'], after: ['B', 'A'] },
  ])
})

const names = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'), { maxLength: 6 })
const document = fc
  .record({ queues: names, priorities: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 6 }), words: names })
  .map(
    ({ queues, priorities, words }): Configuration => ({
      version: 1,
      organization: {},
      skillTypes: words,
      queues: queues.map((name, index) => queue(name, priorities[index])),
    }),
  )

describe('any two documents', () => {
  test('the difference makes the newer one of the older one', () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        expect(applyDifference(before, documentDifference(before, after))).toEqual(after)
      }),
    )
  })

  test('to the letter when it is told by rows, and only then', () => {
    const lists = fc.record({ organization: fc.constant({}), skillTypes: names }, { requiredKeys: [] })
    const sketch = lists.map((some): Configuration => ({ version: 1, ...some }))
    fc.assert(
      fc.property(sketch, sketch, (before, after) => {
        const made = applyDifference(before, documentDifference(before, after))
        expect(isToldByRows(before, after)).toBe(isDeepStrictEqual(made, after))
      }),
    )
  })

  test('with names handed on as renamings say', () => {
    fc.assert(
      fc.property(document, fc.shuffledSubarray(['A', 'B', 'C', 'D', 'E', 'F']), (before, order) => {
        // A permutation of names: every queue takes the name of another.
        const to = new Map(['A', 'B', 'C', 'D', 'E', 'F'].map((name, index) => [name, order[index] ?? `${name}2`]))
        const queues = (before.queues ?? []).map((one) => ({ ...one, name: to.get(one.name) ?? one.name }))
        const renamings = (before.queues ?? []).flatMap(({ name }) =>
          to.get(name) === name ? [] : [{ list: 'queues' as const, from: name, to: to.get(name) ?? name }],
        )
        const after = { ...before, queues }
        expect(applyDifference(before, documentDifference(before, after, renamings))).toEqual(after)
      }),
    )
  })
})
