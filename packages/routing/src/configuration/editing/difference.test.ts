import { expect, test } from 'vitest'
import { fieldDifferences } from './difference.ts'

test('rows differ field by field, their named entries by name', () => {
  const before = {
    name: 'Cases',
    capacity: { units: 10 },
    offer: { timeout: '60s', autoAssign: true },
    routeToQueue: { rules: [{ name: 'VIP', queue: 'Gold' }, { name: 'Rest', queue: 'Support' }, { name: 'Old' }] },
  }
  const after = {
    name: 'Cases',
    capacity: { profiles: ['Calls'] },
    offer: { timeout: '90s', autoAssign: true },
    routeToQueue: { rules: [{ name: 'Rest', queue: 'Support' }, { name: 'VIP', queue: 'Platinum' }, { name: 'New' }] },
  }
  expect(fieldDifferences(before, after)).toEqual([
    { path: 'capacity.profiles', after: ['Calls'] },
    { path: 'capacity.units', before: 10 },
    { path: 'offer.timeout', before: '60s', after: '90s' },
    { path: "routeToQueue.rules['VIP'].queue", before: 'Gold', after: 'Platinum' },
    { path: "routeToQueue.rules['New']", after: { name: 'New' } },
    { path: "routeToQueue.rules['Old']", before: { name: 'Old' } },
    { path: 'routeToQueue.rules: order', before: ['VIP', 'Rest'], after: ['Rest', 'VIP'] },
  ])
})

test('lists without names are compared as a whole, null is a value, and the order of keys is none', () => {
  expect(fieldDifferences({ members: ['a', 'b'], limit: null }, { limit: 3, members: ['b'] })).toEqual([
    { path: 'limit', before: null, after: 3 },
    { path: 'members', before: ['a', 'b'], after: ['b'] },
  ])
  expect(fieldDifferences({ a: 1, b: { c: [1] } }, { b: { c: [1] }, a: 1 })).toEqual([])
})
