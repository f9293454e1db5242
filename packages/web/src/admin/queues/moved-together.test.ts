import { expect, test } from 'vitest'
import { movedTogether } from './moved-together.ts'

const names = ['ana', 'ben', 'cleo', 'dan']

test('chosen members move one place and keep their order', () => {
  expect(movedTogether(names, new Set(['cleo', 'dan']), -1)).toEqual(['ana', 'cleo', 'dan', 'ben'])
  expect(movedTogether(names, new Set(['ana', 'ben']), 1)).toEqual(['cleo', 'ana', 'ben', 'dan'])
})

test('who is at the end stays there', () => {
  expect(movedTogether(names, new Set(['ana', 'cleo']), -1)).toEqual(['ana', 'cleo', 'ben', 'dan'])
  expect(movedTogether(names, new Set(['dan']), 1)).toEqual(names)
})
