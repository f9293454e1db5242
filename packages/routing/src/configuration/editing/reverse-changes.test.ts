import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Configuration } from '../document.ts'
import { applyChanges } from './apply-changes.ts'
import type { ConfigurationChange, Renaming } from './change.ts'
import { documentDifference } from './document-difference.ts'
import { reverseChanges } from './reverse-changes.ts'

const queue = (name: string, priority = 1) => ({ name, type: 'record' as const, priority })
const queues = (...names: readonly string[]): Configuration => ({
  version: 1,
  queues: names.map((name) => queue(name)),
})

interface Undoing {
  readonly before: Configuration
  readonly after: Configuration
  readonly present?: Configuration
  readonly renamings?: readonly Renaming[]
}

function changesOf({ before, after, present = after, renamings = [] }: Undoing): readonly ConfigurationChange[] {
  return reverseChanges(documentDifference(before, after, renamings), { before, present })
}

function undone(undoing: Undoing): unknown {
  const edit = applyChanges(undoing.present ?? undoing.after, changesOf(undoing))
  if (!edit.ok) throw new Error(JSON.stringify(edit))
  return edit.document
}

test('rows that were removed stand again where they stood', () => {
  const before = queues('A', 'B', 'C', 'D', 'E')
  expect(undone({ before, after: queues('B', 'E') })).toEqual(before)
})

test('what others added, removed and ordered since stays so, and the row stands behind the one it stood behind', () => {
  const undoing = {
    before: queues('A', 'B', 'C', 'D'),
    after: queues('A', 'B', 'D'),
    present: queues('New', 'D', 'A', 'Other'),
  }
  expect(undone(undoing)).toEqual(queues('New', 'D', 'A', 'C', 'Other'))
})

test('a row that was the first is the first again', () => {
  const undoing = { before: queues('A', 'B'), after: queues('B'), present: queues('New', 'B') }
  expect(undone(undoing)).toEqual(queues('A', 'New', 'B'))
})

test('an order is taken back without the rows that the version added, and with their former names', () => {
  const undoing = {
    before: queues('A', 'B', 'C'),
    after: queues('New', 'C', 'Z', 'A'),
    renamings: [{ list: 'queues' as const, from: 'B', to: 'Z' }],
  }
  expect(undone(undoing)).toEqual(undoing.before)
})

test('nothing is ordered where the place is the same anyway', () => {
  expect(changesOf({ before: queues('A', 'B'), after: queues('A') })).toEqual([
    { list: 'queues', name: 'B', row: queue('B'), create: true },
  ])
})

const names = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'), { maxLength: 6 })
const document = fc
  .record({ names, priorities: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 6 }), words: names })
  .map(
    ({ names: called, priorities, words }): Configuration => ({
      version: 1,
      organization: {},
      skillTypes: words,
      queues: called.map((name, index) => queue(name, priorities[index])),
    }),
  )

describe('any two documents', () => {
  test('taking back what makes the newer one of the older one gives the older one', () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        expect(undone({ before, after })).toEqual(before)
      }),
    )
  })
})
