import { expect, test } from 'vitest'
import { differenceLines } from './difference-words.ts'

test('of a list only what came and went is shown', () => {
  expect(differenceLines([{ path: 'members', before: ['ana', 'ben'], after: ['ben', 'cy'] }])).toEqual([
    { path: 'members', before: 'ana', after: 'cy' },
  ])
})

test('an order is shown whole', () => {
  expect(differenceLines([{ path: 'members', before: ['ana', 'ben'], after: ['ben', 'ana'] }])).toEqual([
    { path: 'members', before: 'ana, ben', after: 'ben, ana' },
  ])
})

test('a row that came is told field by field', () => {
  const row = { name: 'Billing', priority: 2, members: [], respectWorkingHours: true, overflow: { inQueue: [] } }
  expect(differenceLines([{ path: '', after: row }])).toEqual([
    { path: 'name', before: null, after: 'Billing' },
    { path: 'priority', before: null, after: '2' },
    { path: 'members', before: null, after: 'none' },
    { path: 'respectWorkingHours', before: null, after: 'yes' },
    { path: 'overflow', before: null, after: '{ "inQueue": [] }' },
  ])
})

test('a word that went stands for itself, and null is nothing', () => {
  expect(differenceLines([{ path: '', before: 'Language' }])).toEqual([{ path: '', before: 'Language', after: null }])
  expect(differenceLines([{ path: 'limit', before: 3, after: null }])).toEqual([
    { path: 'limit', before: '3', after: 'none' },
  ])
})
