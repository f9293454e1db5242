import { expect, test } from 'vitest'
import { formerNames } from './former-names.ts'

const renaming = (version: number, from: string, to: string) => ({ version, at: version * 100, from, to })

test('a queue that got a new name twice has its figures under the last one', () => {
  expect(formerNames([renaming(1, 'Chats', 'Talks'), renaming(3, 'Talks', 'Chat')])).toEqual([
    { name: 'Chats', since: 0, until: 100, present: 'Chat' },
    { name: 'Talks', since: 0, until: 100, present: 'Chat' },
    { name: 'Talks', since: 100, until: 300, present: 'Chat' },
  ])
})

test('two that change names change their figures, and one that takes a free name begins with none', () => {
  expect(formerNames([renaming(1, 'A', 'B'), renaming(1, 'B', 'A')])).toEqual([
    { name: 'A', since: 0, until: 100, present: 'B' },
    { name: 'B', since: 0, until: 100, present: 'A' },
  ])
  const taken = formerNames([renaming(1, 'A', 'B'), renaming(2, 'C', 'A')])
  expect(taken).toContainEqual({ name: 'A', since: 0, until: 100, present: 'B' })
  expect(taken.filter(({ name, since }) => name === 'A' && since >= 100)).toEqual([])
})

test('a name that comes back is no other name', () => {
  expect(formerNames([renaming(1, 'A', 'B'), renaming(2, 'B', 'A')])).toEqual([
    { name: 'B', since: 0, until: 100, present: 'A' },
    { name: 'B', since: 100, until: 200, present: 'A' },
  ])
})
