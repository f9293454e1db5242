import { expect, test } from 'vitest'
import { closeTab, moveTab, neighbourOf, openTab } from './session-tabs.ts'

const rules = { limit: 3, isOwn: (id: string) => id.startsWith('own') }

test('a session opens at the end, once', () => {
  expect(openTab(['a'], 'b', rules)).toEqual(['a', 'b'])
  const tabs = ['a', 'b']
  expect(openTab(tabs, 'a', rules)).toBe(tabs)
})

test('at the limit the oldest that was only looked at gives way, and own work never does', () => {
  expect(openTab(['a', 'own-1', 'b'], 'c', rules)).toEqual(['own-1', 'b', 'c'])
  expect(openTab(['own-1', 'own-2', 'own-3'], 'c', rules)).toEqual(['own-1', 'own-2', 'own-3', 'c'])
  expect(openTab(['own-1', 'own-2', 'own-3', 'c'], 'own-4', rules)).toEqual(['own-1', 'own-2', 'own-3', 'own-4'])
})

test('a session moves among the others and not beyond them', () => {
  expect(moveTab(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c'])
  expect(moveTab(['a', 'b', 'c'], 'c', -2)).toEqual(['c', 'a', 'b'])
  expect(moveTab(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c'])
  expect(moveTab(['a'], 'x', 1)).toEqual(['a'])
})

test('after one is closed, its neighbour is shown', () => {
  expect(closeTab(['a', 'b', 'c'], 'b')).toEqual(['a', 'c'])
  expect(neighbourOf(['a', 'b', 'c'], 'b')).toBe('c')
  expect(neighbourOf(['a', 'b'], 'b')).toBe('a')
  expect(neighbourOf(['a'], 'a')).toBeNull()
})
