import type { EventBody, RoutingEvent } from '@unified-routing/routing'
import { expect, test } from 'vitest'
import { ruleUsesOf } from './rule-uses.ts'

const items = new Map([
  ['a', { workstream: 'Cases', record: { table: 'case', id: '1' } }],
  ['b', { workstream: 'Chats', record: null }],
])

function event(workItem: string | null, body: EventBody, queue: string | null = null): RoutingEvent {
  return { sequence: 1, at: 0, actor: { kind: 'system', name: null }, workItem, queue, representative: null, ...body }
}

function counts(...events: RoutingEvent[]): Record<string, number> {
  const uses = ruleUsesOf(events, items, '2026-11-26')
  return Object.fromEntries(
    uses.map(({ kind, owner, ruleset, rule, uses: count }) => [`${kind} ${owner} ${ruleset} ${rule}`, count]),
  )
}

const applied = (name: string) => ({ name, status: 'Applied' }) as const
const classified = {
  type: 'workItem.classified',
  skills: {},
  capacityProfiles: [],
  attributes: {},
  priorityScore: 0,
} as const

test('a rule counts when it applied, not when it was only met or asked', () => {
  const rules = [
    { name: 'First', status: 'Matched' },
    applied('Second'),
    { name: 'Third', status: 'Processed' },
  ] as const
  const routed = event('a', { type: 'workItem.routedToQueue', rules, reason: 'rule', message: null })
  expect(counts(routed, routed)).toEqual({ 'routeToQueue Cases  Second': 2, 'stage Cases  routeToQueue': 2 })
})

test('rules of one name in two rulesets, and on two workstreams, are counted apart', () => {
  const rulesets = [
    { name: 'Language', rules: [applied('French')] },
    { name: 'Market', rules: [applied('French')] },
  ]
  const chat = event('b', { ...classified, rulesets: [{ name: 'Language', rules: [applied('French')] }] })
  expect(counts(event('a', { ...classified, rulesets }), chat)).toMatchObject({
    'classification Cases Language French': 1,
    'classification Cases Market French': 1,
    'classification Chats Language French': 1,
  })
})

test('an intake rule belongs to its table, prioritization and overflow to their queue', () => {
  const intake = event('a', { type: 'workItem.intake', rules: [applied('All')], workstream: 'Cases' })
  const overflowed = { type: 'workItem.overflowed', action: 'endConversation', targetQueue: null } as const
  const full = event('b', { ...overflowed, trigger: 'workItemLimit' }, 'Chats')
  const first = event('b', { type: 'workItem.queued', reason: 'routed', rule: 'VIP' }, 'Chats')
  const last = event('b', { type: 'workItem.queued', reason: 'routed' }, 'Chats')
  expect(counts(intake, full, first, last)).toEqual({
    'intake case  All': 1,
    'overflow Chats  workItemLimit': 1,
    'prioritization Chats  VIP': 1,
    'stage Chats  prioritization': 2,
  })
})

test('events of nobody’s work count nothing', () => {
  expect(counts(event(null, { type: 'organization.configured', version: 2 }))).toEqual({})
})
