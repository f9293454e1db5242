import type { CandidateTrace, EventBody, RoutingEvent, RuleTrace } from '@unified-routing/routing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type JournalRow, journalRows, rowOfSteps } from './journal-rows.ts'
import { JournalTrails } from './journal-trails.ts'
import { eventsIn, type SelectedJournalRow, stepsIn } from './stored-journal.ts'
import { testEvent } from './test-store.fixture.ts'

type Rules = Extract<EventBody, { type: 'workItem.routedToQueue' }>['rules']

type Body<Type> = Extract<EventBody, { type: Type }>
type PartsOf<Whole> = Readonly<Record<Exclude<keyof Whole, 'type'>, true>>

/** What packed-body.ts writes by hand. The compiler refuses this list when one of them gets another part, which has to be
 * written there, too. */
const partsByHand = {
  'workItem.created': { kind: true, workstream: true, record: true, customer: true },
  'workItem.classified': {
    rulesets: true,
    skills: true,
    capacityProfiles: true,
    attributes: true,
    priorityScore: true,
  },
  'workItem.routedToQueue': { rules: true, reason: true, message: true },
  'workItem.queued': { reason: true, rule: true },
  'workItem.offered': {
    session: true,
    expiresAt: true,
    mode: true,
    method: true,
    candidates: true,
    because: true,
  },
  'workItem.assigned': { session: true, mode: true, method: true, candidates: true, because: true },
  'workItem.accepted': { session: true },
  'workItem.sessionClosed': { session: true, reason: true },
  'workItem.stateChanged': { from: true, to: true, reason: true },
  'workItem.capacityReleased': {},
  'representative.presenceChanged': { from: true, to: true, setBy: true },
} satisfies { readonly [Type in EventBody['type']]?: PartsOf<Body<Type>> }
const partsWithin = {
  ruleset: { name: true, skipped: true, error: true, rules: true },
  rule: { name: true, status: true, values: true },
  candidate: { representative: true, unitsFree: true, presence: true, rank: true },
} satisfies {
  readonly ruleset: PartsOf<Body<'workItem.classified'>['rulesets'][number]>
  readonly rule: PartsOf<RuleTrace>
  readonly candidate: PartsOf<CandidateTrace>
}

/** Of every type that is written by hand, with every part that it can have; those without are told by themselves. */
const bodies = ((text: string, rules: Rules): readonly EventBody[] => {
  const candidate = { representative: text, unitsFree: 3, presence: 'Available', rank: text }
  const candidates = [candidate, { ...candidate, representative: 'b' }, { ...candidate, unitsFree: 2 }]
  const grounds = { mode: 'method', method: text, candidates, because: text } as const
  const classified = { skills: { [text]: 1 }, capacityProfiles: [text], attributes: { a: text }, priorityScore: 1.5 }
  const record = { table: 'case', id: text }
  return [
    { type: 'workItem.created', kind: 'record', workstream: text, record, customer: text },
    { type: 'workItem.created', kind: 'conversation', workstream: 'W', record: null, customer: null },
    {
      type: 'workItem.classified',
      rulesets: [
        { name: text, rules },
        { name: 'S', skipped: text, error: text, rules: [] },
      ],
      ...classified,
    },
    { type: 'workItem.routedToQueue', rules, reason: 'rule', message: text },
    { type: 'workItem.queued', reason: 'routed', rule: text },
    { type: 'workItem.queued', reason: 'routed' },
    { type: 'workItem.offered', session: text, expiresAt: 5, ...grounds },
    { type: 'workItem.offered', session: 's', expiresAt: null, ...grounds, candidates: [] },
    { type: 'workItem.assigned', session: text, ...grounds },
    { type: 'workItem.accepted', session: text },
    { type: 'workItem.sessionClosed', session: text, reason: 'Default' },
    { type: 'workItem.stateChanged', from: 'Open', to: 'Active', reason: null },
    { type: 'workItem.stateChanged', from: 'Active', to: 'Closed', reason: 'Default' },
    { type: 'workItem.capacityReleased' },
    { type: 'representative.presenceChanged', from: text, to: text, setBy: 'manual' },
    { type: 'representative.dayReset', profiles: ['"é'.repeat(2_000)] },
  ]
})('a "quoted" \\ text\nof é and \ud800', [
  { name: 'first "one"', status: 'Processed', values: { a: 1, b: '"' } },
  { name: 'alike', status: 'Applied', values: { a: 1, b: '"' } },
  { name: 'in another order', status: 'Matched', values: { b: '"', a: 1 } },
  { name: 'none', status: 'Processed', values: {} },
  { name: 'without', status: 'Processed' },
  { name: 'skipped', status: 'Not processed' },
  { name: 'read all the same', status: 'Not processed', values: { a: null } },
])

test('the samples have every part of what is written by hand', () => {
  const keysOf = (wholes: readonly object[]) => new Set(wholes.flatMap((whole) => Object.keys(whole)))
  for (const [type, parts] of Object.entries(partsByHand))
    expect(keysOf(bodies.filter((body) => body.type === type)), type).toEqual(new Set(['type', ...Object.keys(parts)]))
  const rulesets = bodies.flatMap((body) => (body.type === 'workItem.classified' ? body.rulesets : []))
  const candidates = bodies.flatMap((body) => (body.type === 'workItem.offered' ? body.candidates : []))
  expect(keysOf(rulesets)).toEqual(keysOf([partsWithin.ruleset]))
  expect(keysOf(rulesets.flatMap(({ rules }) => rules))).toEqual(keysOf([partsWithin.rule]))
  expect(keysOf(candidates)).toEqual(keysOf([partsWithin.candidate]))
})

test('events come back as they were, whatever they are and whatever they share', () => {
  const name = fc.constantFrom(null, 'a', 'b')
  const event = fc.record({
    instant: fc.constantFrom(0, 0, 0, 1),
    gap: fc.constantFrom(0, 0, 0, 0, 2),
    workItem: name,
    queue: name,
    representative: name,
    actor: fc.record({ kind: fc.constantFrom('system' as const, 'representative' as const), name }),
    body: fc.constantFrom(...bodies),
  })
  const journal = fc.array(event, { maxLength: 300 }).map((drafts) => {
    let sequence = 10
    let at = 0
    return drafts.map(({ instant, gap, body, ...parts }): RoutingEvent => {
      sequence += 1 + gap
      at += instant
      return { ...body, sequence, at, ...parts }
    })
  })
  fc.assert(
    fc.property(journal, (events) => {
      const rows = journalRows(events, new JournalTrails())
      expect(rows.map(selected).flatMap(eventsIn)).toEqual(events)
      for (const row of rows.map(selected)) {
        const steps = stepsIn(row)
        // A step ends with an event of its own: its sequence says what came last about the item.
        for (const { workItem, events: own } of steps) expect(own.at(-1)?.workItem).toBe(workItem)
        const kept = steps.filter(({ workItem }) => workItem === 'a')
        if (kept.length > 0) expect(stepsIn(rowOfSteps(row.at, kept))).toEqual(kept)
      }
    }),
  )
})

describe('a step', () => {
  test('holds the events of one work item, with those before them that belong to none', () => {
    const events = [
      of(1, null),
      of(2, 'one'),
      of(3, 'one'),
      of(4, null),
      of(5, 'one'),
      of(6, null),
      of(7, 'two'),
      of(8),
    ]
    expect(stepsOf(events)).toEqual([
      [
        ['one', [1, 2, 3, 4, 5]],
        ['two', [6, 7]],
        [null, [8]],
      ],
    ])
  })

  test('says where those before it end, and work that was there before goes on from its last event', () => {
    const events = [of(11, 'new'), of(12, 'old'), of(13, 'new'), of(14, 'old'), of(15, 'new')]
    const [row] = journalRows(events, new JournalTrails([{ id: 'old', version: 4 }])).map(selected)
    expect(row === undefined ? [] : stepsIn(row).map(({ workItem, trail }) => [workItem, trail])).toEqual([
      ['new', { rounds: [], recent: [] }],
      ['old', { rounds: [4], recent: [] }],
      ['new', { rounds: [], recent: [11] }],
      ['old', { rounds: [4], recent: [12] }],
      ['new', { rounds: [], recent: [11, 13] }],
    ])
  })
})

test('a row ends where time goes on, and where a page would be full', () => {
  expect(stepsOf([of(1, 'one'), of(2, 'one', 5), of(4, 'two', 5)])).toHaveLength(2)
  const many = Array.from({ length: 500 }, (_, index) => of(index + 1, `item ${index}`))
  const lengths = journalRows(many, new JournalTrails()).map(({ steps }) => steps.length)
  expect(lengths.length).toBeGreaterThan(1)
  for (const length of lengths) expect(length).toBeLessThan(8_000)
})

function of(sequence: number, workItem: string | null = null, at = 0): RoutingEvent {
  return { ...testEvent(sequence, workItem), at }
}

function stepsOf(events: readonly RoutingEvent[]) {
  return journalRows(events, new JournalTrails()).map((row) =>
    stepsIn(row).map((step) => [step.workItem, step.events.map((it) => it.sequence)]),
  )
}

/** As PostgreSQL gives it back. */
function selected(row: JournalRow): SelectedJournalRow {
  const none = { data: null, actor_kind: null, actor_name: null, work_item_id: null, queue: null, representative: null }
  return { ...row, ...none }
}
