import { expect, test } from 'vitest'
import type { Configuration } from '../configuration/document.ts'
import { createRouter } from '../create-router.ts'
import type { Calendars } from '../hours/calendar.ts'
import { systemActor } from '../vocabulary.ts'
import type { Row } from '../work-item.ts'
import type { PresentPerson } from './present-people.ts'
import { type PreviewSubject, previewRouting } from './preview-routing.ts'

const NOW = 1_000_000
const calendars: Calendars = { horizon: { from: 0, to: 10_000_000 }, hours: { Nights: [] }, midnights: [] }

const configuration: Configuration = {
  version: 1,
  skillTypes: ['Language'],
  skills: [{ name: 'French', type: 'Language' }],
  capacityProfiles: [
    { name: 'Refunds', limit: 2, reset: 'endOfDay' },
    { name: 'Chats', limit: 1 },
  ],
  operatingHours: [{ name: 'Nights', hours: [] }],
  representatives: [
    { name: 'ana', skills: { French: null }, capacityProfiles: { Refunds: null, Chats: null } },
    { name: 'ben', skills: { French: null }, capacityProfiles: { Refunds: null, Chats: null } },
    { name: 'cem' },
  ],
  queues: [
    { name: 'Billing', type: 'record', members: ['ana', 'ben', 'cem'] },
    { name: 'Closed', type: 'record', members: ['cem'], operatingHours: 'Nights' },
    {
      name: 'Chat',
      type: 'messaging',
      members: ['ana'],
      overflow: { beforeQueue: [{ when: { workItemLimit: 2 }, do: 'endConversation' }] },
    },
  ],
  workstreams: [
    {
      name: 'Cases',
      type: 'record',
      channel: 'record',
      table: 'case',
      capacity: { units: 30 },
      skillMatching: 'exact',
      classification: [
        {
          name: 'Language',
          rules: [
            {
              name: 'French speakers',
              when: { path: 'item.record.customer.language', op: 'eq', value: 'French' },
              set: { skills: { French: null }, capacityProfiles: ['Refunds'], attributes: { urgency: 'High' } },
            },
          ],
        },
      ],
      routeToQueue: {
        rules: [
          { name: 'At night', when: { path: 'item.attributes.urgency', op: 'eq', value: 'High' }, queue: 'Closed' },
          { name: 'By day', when: { all: [] }, queue: 'Billing' },
        ],
      },
    },
    {
      name: 'Chats',
      type: 'messaging',
      channel: 'liveChat',
      capacity: { profiles: ['Chats'] },
      fallbackQueue: 'Chat',
      contextVariables: [{ name: 'topic', type: 'text' }],
      routeToQueue: {
        rules: [{ name: 'Any topic', when: { path: 'item.context.topic', op: 'hasData' }, queue: 'Chat' }],
      },
    },
  ],
  recordTypes: [
    {
      table: 'case',
      intakeRules: [
        { name: 'Urgent', when: { path: 'record.priority', op: 'eq', value: 'High' }, workstream: 'Cases' },
        {
          name: 'Of France',
          when: { path: 'record.customer.language', op: 'eq', value: 'French' },
          workstream: 'Cases',
        },
      ],
    },
  ],
}

const customer: Row = { table: 'contact', id: 'c1', values: { language: 'French' }, active: true }
const present = (name: string, busy: Partial<PresentPerson> = {}): PresentPerson => ({
  name,
  signedIn: true,
  presence: 'Available',
  lastReleaseAt: null,
  unitsUsed: 0,
  profilesUsed: {},
  ...busy,
})

function caseOf(values: Row['values']): Row {
  return { table: 'case', id: 'k1', values, active: true }
}

function preview(subject: PreviewSubject, people: readonly PresentPerson[] = [], waiting = {}) {
  return previewRouting({ configuration, calendars, now: NOW, subject, rows: [customer], people, waiting })
}

const french = { kind: 'record', row: caseOf({ customer: 'c1' }) } as const

test('each rule tells what became of it and the values it saw, through related rows', () => {
  const { intake, way } = preview(french)
  expect(intake?.rules).toEqual([
    { name: 'Urgent', status: 'Processed', values: { 'record.priority': null } },
    { name: 'Of France', status: 'Applied', values: { 'record.customer.language': 'French' } },
  ])
  expect(way?.rulesets[0]?.rules[0]?.status).toBe('Applied')
  expect(way?.skills).toEqual({ French: null })
  expect(way?.route.rules.map(({ status }) => status)).toEqual(['Matched', 'Applied'])
  expect(way?.queue).toBe('Billing')
})

test('a record that no intake rule wants goes nowhere, and its rules say why', () => {
  const { intake, way } = preview({ kind: 'record', row: caseOf({ priority: 'Low' }) })
  expect(intake?.workstream).toBeNull()
  expect(intake?.rules.map(({ status }) => status)).toEqual(['Processed', 'Processed'])
  expect(way).toBeNull()
})

test('a workstream can be tried with a record that intake would not give it', () => {
  const { intake, way } = preview({ kind: 'record', row: caseOf({ priority: 'Low' }), workstream: 'Cases' })
  expect(intake?.workstream).toBeNull()
  expect(way?.queue).toBe('Billing')
})

test('whoever is busy now stands behind, and whoever cannot take it says why', () => {
  const people = [
    present('ana', { unitsUsed: 40, presence: 'Busy' }),
    present('ben', { unitsUsed: 10 }),
    present('cem'),
  ]
  const { way } = preview(french, people)
  expect(way?.candidates.map(({ representative, rank }) => [representative, rank])).toEqual([
    ['ben', 1],
    ['ana', 2],
    ['cem', null],
  ])
  expect(way?.candidates[0]?.load.unitsFree).toBe(90)
  expect(way?.candidates[2]?.explanation.reasons).toEqual(['profileMissing', 'skillMissing'])
})

test('where the least active comes first, it is whoever has been free for longest', () => {
  const queues = [
    {
      name: 'Billing',
      type: 'record' as const,
      members: ['ana', 'ben'],
      assignment: { method: 'leastActive' as const },
    },
  ]
  const workstreams = configuration.workstreams
    ?.map((workstream) => ({ ...workstream, classification: [], fallbackQueue: 'Billing' }))
    .slice(0, 1)
  const { way } = previewRouting({
    configuration: {
      ...configuration,
      queues,
      workstreams: workstreams?.map(({ routeToQueue: _none, ...rest }) => rest) ?? [],
    },
    calendars,
    now: NOW,
    subject: { kind: 'record', row: caseOf({ priority: 'High' }) },
    rows: [],
    people: [present('ana', { lastReleaseAt: NOW - 1_000 }), present('ben', { lastReleaseAt: NOW - 60_000 })],
    waiting: {},
  })
  expect(way?.candidates.map(({ representative }) => representative)).toEqual(['ben', 'ana'])
})

test('places of a profile in use are not free, also those of the day', () => {
  const people = [present('ana', { profilesUsed: { Refunds: 2 } }), present('ben', { presence: 'Away' })]
  const reasons = preview(french, people).way?.candidates.map(({ explanation }) => explanation.reasons)
  expect(reasons?.slice(0, 2)).toEqual([['profileExhausted'], ['presenceNotAllowed']])
})

test('a conversation that finds its queue full overflows as the queue says', () => {
  const subject = { kind: 'conversation', workstream: 'Chats', customer: null, context: { topic: 'bills' } } as const
  expect(preview(subject, [present('ana')], { Chat: 1 }).way?.candidates[0]?.eligible).toBe(true)
  const full = preview(subject, [present('ana')], { Chat: 2 }).way
  expect(full?.overflows.map(({ trigger, action }) => [trigger, action])).toEqual([
    ['workItemLimit', 'endConversation'],
  ])
  expect(full?.closed).toBe('OverflowEndConversation')
  expect(full?.candidates).toEqual([])
})

test('what it foretells is what the router does', () => {
  const names = ['ana', 'ben', 'cem']
  for (const values of [{ customer: 'c1' }, { priority: 'High' }, { priority: 'High', customer: 'c1' }]) {
    const row = caseOf(values)
    const router = createRouter({ configuration, calendars, configurationVersion: 1 })
    const context = { now: NOW, random: () => 0, newId: () => 's1' }
    for (const representative of names) {
      router.decide({ type: 'signIn', representative, presence: 'Available', actor: systemActor }, context)
    }
    const { events } = router.decide(
      { type: 'routeRecord', workItem: 'w1', record: row, rows: [row, customer], actor: systemActor },
      context,
    )
    const { way, intake } = preview(
      { kind: 'record', row },
      names.map((name) => present(name)),
    )
    expect(intake?.rules).toEqual(events.find((event) => event.type === 'workItem.intake')?.rules)
    expect(way?.route.rules).toEqual(events.find((event) => event.type === 'workItem.routedToQueue')?.rules)
    expect(way?.candidates[0]?.representative).toBe(
      events.find((event) => event.type === 'workItem.assigned')?.representative,
    )
  }
})
