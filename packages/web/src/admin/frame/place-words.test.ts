import { expect, test } from 'vitest'
import { placeWords } from './place-words.ts'

const labels = { hours: 'Hours', start: 'From', members: 'Members' }

test('a place in a row is said by the labels of its noun, entries counted from one', () => {
  expect(placeWords('hours[0].start', labels)).toBe('Hours 1, From')
  expect(placeWords('hours.1.breaks.0.end', labels)).toBe('Hours 2, Breaks 1, End')
  expect(placeWords('members', labels)).toBe('Members')
  expect(placeWords('skills["C++"]', labels)).toBe('Skills, C++')
})

test('the whole row is everything', () => {
  expect(placeWords('', labels)).toBe('Everything')
})
