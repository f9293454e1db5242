import type { WorkItemView } from '@unified-routing/contract'
import { expect, test } from 'vitest'
import { askedOf, isAmongWork } from './asked.ts'

type Part = Pick<
  WorkItemView,
  'state' | 'assignedTo' | 'offeredTo' | 'offerExpiresAt' | 'changedAt' | 'session' | 'participants'
>

const soon = '2026-06-01T12:01:00.000Z'
const now = '2026-06-01T12:00:00.000Z'
const item: Part = {
  state: 'Active',
  assignedTo: null,
  offeredTo: null,
  offerExpiresAt: null,
  changedAt: now,
  session: null,
  participants: [],
}
const consulted = (joinedAt: string | null, mode: 'consult' | 'monitor' = 'consult'): Part => ({
  ...item,
  assignedTo: 'ana',
  participants: [
    {
      id: 'p',
      representative: 'ben',
      mode,
      access: 'private',
      takesCapacity: false,
      addedAt: now,
      joinedAt,
      expiresAt: soon,
    },
  ],
})

test('an offer, a transfer and a consult await an answer of whom they were made to', () => {
  expect(askedOf({ ...item, offeredTo: 'ben', offerExpiresAt: soon }, 'ben')).toMatchObject({
    what: 'offer',
    until: soon,
  })
  expect(askedOf({ ...item, assignedTo: 'ana', offeredTo: 'ben' }, 'ben')).toMatchObject({ what: 'transfer' })
  expect(askedOf(consulted(null), 'ben')).toEqual({ what: 'consult', since: now, until: soon })
  expect(askedOf(consulted(null), 'ana')).toBeNull()
  expect(askedOf(consulted(now), 'ben')).toBeNull()
  expect(askedOf(item, null)).toBeNull()
})

test('what somebody is consulted about is among their work, what they monitor is not', () => {
  expect(isAmongWork(consulted(now), 'ben')).toBe(true)
  expect(isAmongWork(consulted(now), 'ana')).toBe(true)
  expect(isAmongWork(consulted(now, 'monitor'), 'ben')).toBe(false)
  expect(isAmongWork({ ...consulted(now), state: 'Closed' }, 'ben')).toBe(false)
})
