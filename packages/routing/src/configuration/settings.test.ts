import { expect, test } from 'vitest'
import { autoCloseTable } from './auto-close.ts'
import { capacityProfileCatalog } from './capacity-profiles.ts'
import type { Configuration, Queue, Workstream } from './document.ts'
import { organizationSettings } from './organization-settings.ts'
import { presenceCatalog } from './presences.ts'
import { queueCatalog } from './queue-settings.ts'
import { normalizeRating, representativeCatalog } from './representative-settings.ts'
import { tableCatalog } from './tables.ts'
import { workstreamFacts, workstreamSettings } from './workstream-settings.ts'

const MINUTE_MS = 60_000

function queueNamed(name: string, configuration: Configuration) {
  return queueCatalog(configuration).get(name)
}

test('an organization that says nothing has the defaults of the reference', () => {
  expect(organizationSettings(undefined)).toMatchObject({
    timeZone: 'UTC',
    declineLimit: 3,
    declinersBeforeParking: 100,
    missedOfferPresence: false,
    rejectedOfferPresence: false,
    reconnectWindowMs: 150_000,
    sessionLimit: 10,
    preferredRepresentative: { enabled: false, whenUnavailable: 'nextBest' },
    representativeTransfer: true,
  })
})

test('automatic closure replaces single defaults and leaves the others', () => {
  const table = autoCloseTable({
    autoClose: [
      { channel: 'liveChat', state: 'Open', after: '5m' },
      { channel: 'sms', state: 'Active', after: null },
    ],
  })
  expect(table.liveChat).toEqual({ Open: 5 * MINUTE_MS, Active: null, 'Wrap-up': 15 * MINUTE_MS, Waiting: null })
  expect(table.sms.Active).toBeNull()
  expect(table.whatsApp.Active).toBe(30 * 24 * 60 * MINUTE_MS)
  expect(autoCloseTable(undefined).liveChat.Open).toBe(20 * MINUTE_MS)
})

test('every type has a default queue with every representative in it', () => {
  const configuration: Configuration = {
    version: 1,
    representatives: [
      { name: 'ana' },
      { name: 'boss', roles: ['System Administrator'] },
      { name: 'bo', roles: ['Omnichannel Agent'] },
    ],
  }
  expect(queueNamed('Default record queue', configuration)).toMatchObject({
    type: 'record',
    members: ['ana', 'bo'],
    isDefault: true,
  })
  expect(queueNamed('Default voice queue', configuration)?.assignment).toEqual({ method: 'leastActive' })
  const chosen: Queue = { name: 'Default messaging queue', type: 'messaging', assignment: { method: 'roundRobin' } }
  expect(queueNamed(chosen.name, { ...configuration, queues: [chosen] })).toMatchObject({
    assignment: { method: 'roundRobin' },
    members: ['ana', 'bo'],
  })
})

test('members come in joining order, then those of user groups, each once', () => {
  const members = queueNamed('Chats', {
    version: 1,
    userGroups: [
      { name: 'Experts', members: ['cy', 'ana'], queues: ['Chats'] },
      { name: 'Others', members: ['dan'], queues: ['Cases'] },
    ],
    queues: [{ name: 'Chats', type: 'messaging', members: ['bo', 'ana'] }],
  })?.members
  expect(members).toEqual(['bo', 'ana', 'cy'])
})

test('operating hours bring their default overflow rule, and the rule for hours is checked first', () => {
  const overflowOf = (queue: Partial<Queue>) =>
    queueNamed('Chats', { version: 1, queues: [{ name: 'Chats', type: 'messaging', ...queue }] })?.beforeQueueOverflow
  const limit = { when: { workItemLimit: 3 }, do: 'endConversation' } as const
  const hours = { when: 'outOfOperatingHours', do: { transferToQueue: 'Night' } } as const
  expect(overflowOf({})).toEqual([])
  expect(overflowOf({ operatingHours: 'Office' })).toEqual([{ trigger: 'outOfOperatingHours', action: 'assignAnyway' }])
  expect(overflowOf({ operatingHours: 'Office', overflow: { beforeQueue: [limit, hours] } })).toEqual([
    { trigger: 'outOfOperatingHours', action: { transferToQueue: 'Night' } },
    { trigger: 'workItemLimit', limit: 3, action: 'endConversation' },
  ])
})

test('in-queue overflow is checked from the shortest wait on', () => {
  const inQueue = [
    { waitingLongerThan: '1h', do: 'endConversation' },
    { waitingLongerThan: '5m', do: { transferToQueue: 'B' } },
  ] as const
  const queue = queueNamed('A', {
    version: 1,
    queues: [{ name: 'A', type: 'messaging', overflow: { inQueue: [...inQueue] } }],
  })
  expect(queue?.inQueueOverflow.map(({ waitingLongerThanMs }) => waitingLongerThanMs)).toEqual([
    5 * MINUTE_MS,
    60 * MINUTE_MS,
  ])
})

test('a workstream that says nothing has the defaults of the reference', () => {
  const settings = workstreamSettings({ name: 'Web', type: 'messaging', channel: 'liveChat' })
  expect(settings).toMatchObject({
    distribution: 'push',
    selectFromPush: false,
    fallbackQueue: 'Default messaging queue',
    units: 0,
    capacityProfiles: [],
    allowedPresences: ['Available', 'Busy'],
    skillMatching: 'none',
    affinity: false,
    wrapUpBlock: 'untilClosed',
    autoCloseAfterInactivityMs: null,
    offerTimeoutMs: 120_000,
    autoAssign: false,
    rejectable: true,
  })
})

test('records are assigned, never offered; what is assigned cannot be rejected', () => {
  const record = workstreamSettings({ name: 'Cases', type: 'record', channel: 'record', table: 'case' })
  expect(record).toMatchObject({ autoAssign: true, rejectable: false })
  const chat: Workstream = {
    name: 'Web',
    type: 'messaging',
    channel: 'sms',
    offer: { autoAssign: true, rejectable: true },
  }
  expect(workstreamSettings(chat)).toMatchObject({ autoAssign: true, rejectable: false, affinity: true })
})

test('wrap-up holds capacity until closed, for a time, or not at all', () => {
  const block = (wrapUp: NonNullable<Workstream['wrapUp']>) =>
    workstreamSettings({ name: 'Web', type: 'messaging', channel: 'liveChat', wrapUp }).wrapUpBlock
  expect([block('alwaysBlock'), block('dontBlock'), block({ block: '2m' })]).toEqual(['untilClosed', 0, 2 * MINUTE_MS])
})

test('rules read a workstream by the field names of the document', () => {
  const facts = workstreamFacts(
    workstreamSettings({
      name: 'Web',
      type: 'messaging',
      channel: 'liveChat',
      capacity: { profiles: ['Chats'] },
      offer: { timeout: '30s' },
    }),
  )
  expect(facts).toMatchObject({ name: 'Web', capacity: 0, 'capacity.profiles': ['Chats'], 'offer.timeout': 30_000 })
})

test('a representative holds skills with ratings on a common scale and profiles with their limits', () => {
  const ana = representativeCatalog({
    version: 1,
    ratingModels: [{ name: 'Ten', min: 1, max: 11 }],
    skills: [
      { name: 'French', type: 'Language', ratingModel: 'Ten' },
      { name: 'Excel', type: 'Product' },
    ],
    capacityProfiles: [
      { name: 'Chats', limit: 3 },
      { name: 'Calls', limit: 1 },
    ],
    representatives: [
      {
        name: 'ana',
        capacityProfiles: { Chats: null, Calls: 2 },
        skills: { French: 6, Excel: { active: false } },
        columns: { team: 'a' },
      },
    ],
  }).get('ana')
  expect(ana?.profileLimits).toEqual(
    new Map([
      ['Chats', 3],
      ['Calls', 2],
    ]),
  )
  expect(ana?.skills).toEqual(
    new Map([
      ['French', { type: 'Language', rating: 6, normalized: 0.5, active: true }],
      ['Excel', { type: 'Product', rating: null, normalized: null, active: false }],
    ]),
  )
  expect(ana).toMatchObject({
    fullName: 'ana',
    units: 100,
    bookable: true,
    defaultPresence: 'Available',
    workingHours: null,
  })
  expect(ana?.columns).toMatchObject({ name: 'ana', team: 'a', email: null })
})

test('a rating model of one value puts everybody at the top', () => {
  expect([normalizeRating(3, { min: 3, max: 3 }), normalizeRating(3, { min: 1, max: 5 })]).toEqual([1, 0.5])
})

test('built-in tables can grow columns, and new tables join them', () => {
  const catalog = tableCatalog([{ name: 'case', columns: [{ name: 'fault', type: 'text' }] }, { name: 'device' }])
  expect([...catalog.keys()]).toEqual(['account', 'contact', 'case', 'lead', 'email', 'device'])
  expect(catalog.get('case')?.columns.get('customer')).toMatchObject({ type: 'lookup', target: 'contact' })
  expect(catalog.get('case')?.columns.has('fault')).toBe(true)
  expect([...catalog.values()].filter(({ queueEnabled }) => queueEnabled).map(({ name }) => name)).toEqual([
    'case',
    'lead',
    'email',
  ])
})

test("custom presences join the six of the system; Inactive is the system's own and counts as Away", () => {
  const catalog = presenceCatalog([{ name: 'Lunch', base: 'Away' }])
  expect([...catalog.keys()]).toEqual(['Available', 'Busy', 'Busy - DND', 'Away', 'Offline', 'Inactive', 'Lunch'])
  expect(catalog.get('Inactive')).toMatchObject({ base: 'Away', selectable: false })
})

test('a capacity profile resets at once and does not block unless it says so', () => {
  expect(capacityProfileCatalog([{ name: 'Chats', limit: 3 }]).get('Chats')).toMatchObject({
    reset: 'immediate',
    blocking: false,
  })
})
