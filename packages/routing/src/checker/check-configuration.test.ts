import { expect, test } from 'vitest'
import { validateConfiguration } from '../configuration/validate.ts'
import type { Calendars } from '../hours/calendar.ts'
import { checkConfiguration } from './check-configuration.ts'
import { document, findingsOf } from './document.fixture.ts'

const everything = { all: [] }
test('a document without mistakes has no findings', () => {
  expect(findingsOf({})).toEqual([])
})

test('a route rule behind one for everything is shadowed unless overflow can reach it', () => {
  const rules = [
    { name: 'All', when: everything, queue: 'Desk' },
    { name: 'More', when: everything, queue: 'Second' },
  ]
  const shadowed = ['warning ruleShadowed workstreams[0].routeToQueue.rules[1]', 'warning queueNotReached queues[1]']
  const second = [{ name: 'Second', type: 'messaging', members: ['bo'] }]
  expect(findingsOf({ queues: second, workstream: { routeToQueue: { rules } } })).toEqual(shadowed)
  const overflow = { beforeQueue: [{ when: { workItemLimit: 5 }, do: { transferToQueue: 'Second' } }] }
  expect(findingsOf({ queues: second, desk: { overflow }, workstream: { routeToQueue: { rules } } })).toEqual([])
  expect(
    findingsOf({ queues: second, desk: { overflow }, workstream: { routeToQueue: { hitPolicy: 'first', rules } } }),
  ).toEqual(['warning ruleShadowed workstreams[0].routeToQueue.rules[1]'])
})

const spare = (values: Readonly<Record<string, unknown>>) => [
  { name: 'Spare', type: 'messaging', members: ['bo'], ...values },
]
const toSpare = { inQueue: [{ waitingLongerThan: '5m', do: { transferToQueue: 'Spare' } }] }

test('a queue that nothing routes to is found; overflow of a queue in use is a way to it', () => {
  expect(findingsOf({ queues: spare({}) })).toEqual(['warning queueNotReached queues[1]'])
  expect(findingsOf({ queues: spare({}), desk: { overflow: toSpare } })).toEqual([])
  expect(findingsOf({ queues: spare({}), workstream: { fallbackQueue: 'Spare' } })).toEqual([])
})

test('a queue without members is found, also as an overflow target; members of a group are members', () => {
  const empty = { queues: spare({ members: [] }), desk: { overflow: toSpare } }
  expect(findingsOf(empty)).toEqual(['warning queueWithoutMembers queues[1]'])
  const checked = validateConfiguration(document(empty))
  const [finding] = checked.ok ? checkConfiguration(checked.configuration) : []
  expect(finding?.message).toBe(
    "Queue 'Spare' has no members; overflow of 'Desk' leads to it: conversations that reach it are closed.",
  )
  expect(findingsOf({ ...empty, userGroups: [{ name: 'Helpers', members: ['bo'], queues: ['Spare'] }] })).toEqual([])
})

test('members who are not bookable serve nobody', () => {
  expect(findingsOf({ queues: spare({ members: ['chief'] }), desk: { overflow: toSpare } })).toEqual([
    'warning queueWithoutBookableMembers queues[1]',
    'warning representativeNotBookable representatives[2].bookable',
  ])
})

const requiring = (skills: Readonly<Record<string, number | null>>, more: Readonly<Record<string, unknown>> = {}) => ({
  classification: [{ name: 'Needs', rules: [{ name: 'All', when: everything, set: { skills } }] }],
  skillMatching: 'exact',
  ...more,
})
const setSkills = 'workstreams[0].classification[0].rules[0].set.skills'

test.each([
  ['nobody has', { Polish: 2 }, `error skillNotHeld ${setSkills}`],
  ['is inactive only', { Spanish: null }, `error skillInactive ${setSkills}`],
  ['nobody has at that rating', { English: 5 }, `error ratingNotHeld ${setSkills}`],
  ['nobody has together with another', { English: 4, Fibre: null }, `error skillsNotHeldTogether ${setSkills}`],
])('a skill is found that %s', (_name, skills, finding) => {
  expect(findingsOf({ workstream: requiring(skills) })).toEqual([finding])
})

test('a skill that somebody has at the rating is none; nor is one that closest match forgives', () => {
  expect(findingsOf({ workstream: requiring({ English: 4 }) })).toEqual([])
  expect(findingsOf({ workstream: requiring({ Polish: 2 }, { skillMatching: 'closest' }) })).toEqual([])
  expect(findingsOf({ workstream: requiring({ English: 4 }, { skillMatching: 'none' }) })).toEqual([
    `suggestion skillsNotMatched ${setSkills}`,
  ])
})

test('who has the skill must be in a queue that the work can reach', () => {
  const elsewhere = { queues: spare({}), desk: { members: ['ana'] }, workstream: requiring({ Fibre: null }) }
  expect(findingsOf(elsewhere)).toContain(`error skillNotHeld ${setSkills}`)
  expect(findingsOf({ ...elsewhere, desk: { members: ['ana'], overflow: toSpare } })).toEqual([])
})

test('a queue that some of the work certainly reaches must have the skill, whoever has it elsewhere', () => {
  const routes = { rules: [{ name: 'Small', when: { path: 'item.context.size', op: 'lt', value: 3 }, queue: 'Spare' }] }
  const both = { queues: spare({ members: ['ana'] }), desk: { members: ['bo'] } }
  const work = { ...requiring({ Fibre: null }), routeToQueue: routes, fallbackQueue: 'Desk' }
  expect(findingsOf({ ...both, workstream: work })).toEqual([`error skillNotHeld ${setSkills}`])
  const toDesk = { inQueue: [{ waitingLongerThan: '5m', do: { transferToQueue: 'Desk' } }] }
  expect(findingsOf({ ...both, queues: spare({ members: ['ana'], overflow: toDesk }), workstream: work })).toEqual([])
})

test('a custom method asks for skills when each of its rules does, whatever the workstream says', () => {
  const custom = (...conditions: readonly unknown[]) => ({
    assignment: {
      method: 'custom',
      rulesets: [{ name: 'R', isDefault: true, rules: conditions.map((when, at) => ({ name: `rule ${at}`, when })) }],
    },
  })
  const exact = (value?: string) => ({ path: 'representative.skills', op: 'exactMatch', ...(value && { value }) })
  const free = { path: 'representative.units', op: 'ge', value: 1 }
  const desk = (...conditions: readonly unknown[]) =>
    findingsOf({ desk: custom(...conditions), workstream: { ...requiring({ Polish: 2 }), skillMatching: 'none' } })
  expect(desk({ all: [exact(), free] })).toEqual([`error skillNotHeld ${setSkills}`])
  expect(desk(exact('Any'))).toEqual([`error skillNotHeld ${setSkills}`])
  expect(desk({ all: [exact(), free] }, free)).toEqual([])
})

test('a custom method counts units when each of its rules does', () => {
  const desk = (...bounds: readonly unknown[]) => ({
    assignment: {
      method: 'custom',
      rulesets: [
        {
          name: 'R',
          isDefault: true,
          rules: bounds.map((bound, at) => ({
            name: `rule ${at}`,
            when: { path: 'representative.units', ...Object(bound) },
          })),
        },
      ],
    },
  })
  const cost = { op: 'ge', valuePath: 'item.requiredUnits' }
  const heavy = { workstream: { capacity: { units: 150 } } }
  expect(findingsOf({ ...heavy, desk: desk(cost) })).toEqual(['error unitsNeverOffered workstreams[0].capacity.units'])
  expect(findingsOf({ ...heavy, desk: desk(cost, { op: 'ge', value: 100 }) })).toEqual([])
  expect(findingsOf({ desk: desk({ op: 'gt', value: 100 }) })).toEqual([
    'error unitsNeverOffered workstreams[0].capacity.units',
  ])
})

test('a rating that a later ruleset replaces is not held against anybody', () => {
  const classification = [
    { name: 'Needs', rules: [{ name: 'All', when: everything, set: { skills: { English: 5 } } }] },
    { name: 'Eased', rules: [{ name: 'All', when: everything, set: { skills: { English: 2 } } }] },
  ]
  expect(findingsOf({ workstream: { skillMatching: 'exact', classification } })).toEqual([])
})

test('work that takes more units than anybody has is found, an exact fit is not', () => {
  expect(findingsOf({ workstream: { capacity: { units: 101 } } })).toEqual([
    'error unitsNeverOffered workstreams[0].capacity.units',
  ])
  expect(findingsOf({ workstream: { capacity: { units: 100 } } })).toEqual([])
  expect(findingsOf({ workstream: { capacity: { units: 0 } } })).toEqual([
    'suggestion workWithoutCost workstreams[0].capacity',
  ])
})

const refunds = (limit: number) => ({ capacityProfiles: [{ name: 'Refunds', limit }] })

test('a profile is found that nobody holds, or only with a limit of 0', () => {
  const taking = (...profiles: readonly string[]) => ({ workstream: { capacity: { profiles } } })
  const finding = 'error profileNeverOffered workstreams[0].capacity.profiles'
  expect(findingsOf({ ...refunds(3), ...taking('Refunds') })).toEqual([finding])
  expect(findingsOf({ ...refunds(0), ...taking('Refunds'), bo: { capacityProfiles: { Refunds: null } } })).toEqual([
    finding,
  ])
  expect(findingsOf({ ...refunds(0), ...taking('Refunds'), bo: { capacityProfiles: { Refunds: 1 } } })).toEqual([])
  expect(
    findingsOf({ ...refunds(3), ...taking('Chats', 'Refunds'), bo: { capacityProfiles: { Refunds: 1 } } }),
  ).toEqual([finding])
  expect(findingsOf(taking('Chats'))).toEqual([])
})

test('a profile that a rule adds counts, too; one that is held or asked for nowhere is a suggestion', () => {
  const adding = (profile: string) => ({
    workstream: {
      classification: [
        { name: 'Needs', rules: [{ name: 'All', when: everything, set: { capacityProfiles: [profile] } }] },
      ],
    },
  })
  expect(findingsOf({ ...refunds(3), ...adding('Refunds') })).toEqual([
    'error profileNeverOffered workstreams[0].classification[0].rules[0].set.capacityProfiles',
  ])
  expect(findingsOf({ ...refunds(3), ...adding('Chats') })).toEqual(['suggestion profileNotHeld capacityProfiles[1]'])
  expect(findingsOf(adding('Chats'))).toEqual([])
})

test('overflow in a circle is found once, overflow in a line is not', () => {
  const back = { overflow: { inQueue: [{ waitingLongerThan: '5m', do: { transferToQueue: 'Desk' } }] } }
  expect(findingsOf({ queues: spare(back), desk: { overflow: toSpare } })).toEqual([
    'warning overflowCycle queues[1].overflow.inQueue[0].do',
  ])
  expect(findingsOf({ queues: spare({}), desk: { overflow: toSpare } })).toEqual([])
})

test('hours that never open are found by the document, and by the calendars', () => {
  const operatingHours = (...hours: readonly unknown[]) => [{ name: 'Office', hours }]
  const monday = { days: ['MO'], start: '09:00', end: '17:00' }
  const calendars = (open: Calendars['hours'][string]): Calendars => ({
    horizon: { from: 0, to: 10 },
    hours: { Office: open },
    midnights: [],
  })
  expect(findingsOf({ operatingHours: operatingHours() })).toEqual(['warning hoursNeverOpen operatingHours[0]'])
  expect(findingsOf({ operatingHours: operatingHours(monday) })).toEqual([])
  expect(findingsOf({ operatingHours: operatingHours(monday) }, calendars([]))).toHaveLength(1)
  expect(findingsOf({ operatingHours: operatingHours(monday) }, calendars([[1, 2]]))).toEqual([])
})

const choosing = (when: unknown) => ({
  desk: { assignment: { method: 'custom', rulesets: [{ name: 'Free', rules: [{ name: 'Room', when }] }] } },
})
const rulePath = 'queues[0].assignment.rulesets[0].rules[0].when'

test.each([
  ['the units of the item', { path: 'representative.units', op: 'gt', valuePath: 'item.requiredUnits' }],
  ['the units of the workstream', { path: 'representative.units', op: 'gt', valuePath: 'item.workstream.capacity' }],
  ['a number that work takes', { path: 'representative.units', op: 'gt', value: 50 }],
  ['the contrary of at most', { not: { path: 'representative.units', op: 'le', valuePath: 'item.requiredUnits' } }],
])('a strict comparison with %s refuses an exact fit', (_name, when) => {
  expect(findingsOf(choosing({ all: [when] }))).toEqual([`warning strictCapacityComparison ${rulePath}`])
})

test.each([
  ['at least', { path: 'representative.units', op: 'ge', valuePath: 'item.requiredUnits' }],
  ['a number that no work takes', { path: 'representative.units', op: 'gt', value: 0 }],
  ['not more', { not: { path: 'representative.units', op: 'gt', valuePath: 'item.requiredUnits' } }],
])('a comparison of units with %s is none', (_name, when) => {
  expect(findingsOf(choosing(when))).toEqual([])
})

test('allowed presences left empty are found, left out they are not', () => {
  expect(findingsOf({ workstream: { allowedPresences: [] } })).toEqual([
    'error noPresenceAllowed workstreams[0].allowedPresences',
  ])
  expect(findingsOf({ workstream: { allowedPresences: ['Away'] } })).toEqual([])
})

test('several assignment rulesets need selection criteria', () => {
  const rulesets = [
    { name: 'One', isDefault: true, rules: [{ name: 'All', when: everything }] },
    { name: 'Two', rules: [{ name: 'All', when: everything }] },
  ]
  const selectionCriteria = [
    { name: 'Refunds', when: { path: 'item.context.topic', op: 'eq', value: 'refund' }, ruleset: 'Two' },
  ]
  expect(findingsOf({ desk: { assignment: { method: 'custom', rulesets } } })).toEqual([
    'warning rulesetsWithoutCriteria queues[0].assignment',
  ])
  expect(findingsOf({ desk: { assignment: { method: 'custom', rulesets, selectionCriteria } } })).toEqual([])
})

test('a second sentiment ruleset is found, one is fine', () => {
  const sentiment = (name: string) => ({ name, kind: 'sentiment', inputs: ['item.context.topic'] })
  expect(findingsOf({ workstream: { classification: [sentiment('Mood'), sentiment('Tone')] } })).toEqual([
    'warning sentimentTwice workstreams[0].classification[1]',
  ])
  expect(findingsOf({ workstream: { classification: [sentiment('Mood')] } })).toEqual([])
})

test('people with skills or profiles who are not bookable are found, an administrator without is not', () => {
  expect(findingsOf({ chief: { skills: { English: 3 } } })).toEqual([
    'warning representativeNotBookable representatives[2].bookable',
  ])
  expect(findingsOf({ chief: {} })).toEqual([])
})
