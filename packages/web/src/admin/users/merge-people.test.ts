import { expect, test } from 'vitest'
import { mergePeople, overlapOf } from './merge-people.ts'
import { newPerson } from './person.ts'

const base = {
  ...newPerson('ana'),
  units: 100,
  queues: ['Desk'],
  skills: new Map([['French', { rating: 3, active: true }]]),
}

test('what each side changed alone comes together', () => {
  const theirs = { ...base, units: 80 }
  const mine = { ...base, queues: ['Desk', 'Returns'] }
  expect(overlapOf({ base, theirs, mine })).toEqual([])
  expect(mergePeople({ base, theirs, mine }, 'theirs')).toEqual({ ...base, units: 80, queues: ['Desk', 'Returns'] })
})

test('what both changed to the same is no overlap', () => {
  const changed = { ...base, skills: new Map([['French', { rating: 5, active: true }]]) }
  expect(overlapOf({ base, theirs: changed, mine: { ...changed, units: 50 } })).toEqual([])
})

test('where both changed the same part differently, the chosen side wins and the rest stays together', () => {
  const theirs = { ...base, units: 80, bookable: false }
  const mine = { ...base, units: 60, fullName: 'Ana Alba' }
  expect(overlapOf({ base, theirs, mine })).toEqual(['units'])
  expect(mergePeople({ base, theirs, mine }, 'mine')).toEqual({ ...mine, bookable: false })
  expect(mergePeople({ base, theirs, mine }, 'theirs')).toEqual({ ...theirs, fullName: 'Ana Alba' })
})
