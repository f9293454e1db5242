import type { Workstream } from '@unified-routing/routing'
import { expect, test } from 'vitest'
import { workstreamOf } from './workstream-values.ts'

const original: Workstream = {
  name: 'Copy of Refunds',
  type: 'record',
  channel: 'record',
  table: 'case',
  distribution: 'pick',
  fallbackQueue: 'Billing',
  routeToQueue: { rules: [{ name: 'All', when: { all: [] }, queue: 'Billing' }] },
}
const values = {
  name: 'Copy of Refunds',
  type: 'record',
  channel: 'liveChat',
  table: 'case',
  distribution: 'pick',
} as const

test('a copy has all the rules and settings of its original', () => {
  expect(workstreamOf(values, original)).toEqual(original)
})

test('a copy that is distributed otherwise keeps the rest', () => {
  const { distribution: _, ...rest } = original
  expect(workstreamOf({ ...values, distribution: 'push' }, original)).toEqual(rest)
})

test('a copy for other work starts without the rules, which were written for its original', () => {
  expect(workstreamOf({ ...values, type: 'messaging', distribution: 'push' }, original)).toEqual({
    name: 'Copy of Refunds',
    type: 'messaging',
    channel: 'liveChat',
  })
  expect(workstreamOf({ ...values, table: 'lead', distribution: 'push' }, original)).toEqual({
    name: 'Copy of Refunds',
    type: 'record',
    channel: 'record',
    table: 'lead',
  })
})
