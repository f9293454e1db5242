import { expect, test } from 'vitest'
import { RecentMap } from './recent-map.ts'

test('forgets what was written longest ago', () => {
  const map = new RecentMap<string, number>(2)
  map.set('a', 1).set('b', 2).set('a', 3).set('c', 4)
  expect([...map]).toEqual([
    ['a', 3],
    ['c', 4],
  ])
})

test('keeps what there is room for', () => {
  const map = new RecentMap<string, number>(2)
  map.set('a', 1).set('b', 2)
  map.delete('a')
  map.set('c', 3)
  expect([...map.keys()]).toEqual(['b', 'c'])
})
