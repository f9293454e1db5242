import { expect, test } from 'vitest'
import { mergedRow, mergeOf, valueWords } from './merge-rows.ts'

const base = { name: 'English', type: 'Language', description: 'British' }
const theirs = { name: 'English', type: 'Craft', description: 'Australian' }
const mine = { name: 'English', type: 'Language', ratingModel: 'Scale' }

test('only fields that differ are asked about, and who alone changed one is right about it', () => {
  expect(mergeOf({ base, theirs, mine }).map(({ key, side }) => [key, side])).toEqual([
    ['type', 'theirs'],
    ['description', 'mine'],
    ['ratingModel', 'mine'],
  ])
})

test('the merged row takes the chosen side of each field and leaves out what has no value there', () => {
  const merge = mergeOf({ base, theirs, mine })
  expect(mergedRow(theirs, merge, {})).toEqual({ name: 'English', type: 'Craft', ratingModel: 'Scale' })
  expect(mergedRow(theirs, merge, { description: 'theirs', ratingModel: 'base' })).toEqual(theirs)
})

test('values are shown as words, an entry a line', () => {
  expect(valueWords(undefined)).toBe('Nothing')
  expect(valueWords(true)).toBe('Yes')
  expect(valueWords(['ana', 'ben'])).toBe('ana\nben')
  expect(valueWords([{ days: ['MO', 'TU'], start: '08:00' }])).toBe('Days MO, TU, Start 08:00')
})
