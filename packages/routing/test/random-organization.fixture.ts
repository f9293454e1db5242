import fc from 'fast-check'
import type {
  AssignmentMethod,
  Configuration,
  Queue,
  Representative,
  Workstream,
} from '../src/configuration/document.ts'
import type { Calendars } from '../src/hours/calendar.ts'
import { anyPlaybooks, inQueueOverflow, methodsOfTime } from './random-playbooks.fixture.ts'
import { MINUTE, START } from './router-under-test.fixture.ts'

/** Random organizations, small enough to meet every corner, for property tests. */

/** Everybody in it. */
export const names = ['ana', 'ben', 'cem', 'dia'] as const
const skills = ['French', 'Billing'] as const

/** Everybody with working hours is on shift in the first ten minutes of a random day and again from the fortieth on. */
export const shifts: Calendars = {
  horizon: { from: START, to: START + 24 * 60 * MINUTE },
  hours: {
    Shift: [
      [START - MINUTE, START + 10 * MINUTE],
      [START + 40 * MINUTE, START + 24 * 60 * MINUTE],
    ],
  },
  midnights: [],
}

const representative = (name: string): fc.Arbitrary<Representative> =>
  fc
    .record({
      name: fc.constant(name),
      units: fc.constantFrom(0, 50, 100, 100, 200),
      bookable: fc.constantFrom(true, true, true, true, true, false),
      skills: fc.dictionary(fc.constantFrom(...skills), fc.constantFrom(1, 2, 3, { rating: 3, active: false }), {
        minKeys: 1,
        maxKeys: 2,
      }),
      capacityProfiles: fc.dictionary(fc.constantFrom('chats', 'daily', 'calls'), fc.constantFrom(null, 1, 2), {
        maxKeys: 3,
      }),
      defaultPresence: fc.constantFrom('Available', 'Available', 'Available', 'Away'),
      workingHours: fc.constantFrom('Shift', null, null),
      roles: fc.constantFrom<string[][]>(['Customer Service Representative'], ['CSR Manager'], ['Omnichannel Agent']),
    })
    .map(({ workingHours, ...settings }) => (workingHours === null ? settings : { ...settings, workingHours }))

const method: fc.Arbitrary<AssignmentMethod> = fc.oneof(
  fc.constantFrom<AssignmentMethod[]>(
    { method: 'highestCapacity' },
    { method: 'roundRobin' },
    { method: 'leastActive' },
    {
      method: 'roundRobin',
      prioritization: [{ name: 'Scored', when: { path: 'item.priorityScore', op: 'gt', value: 10 } }],
    },
    ...methodsOfTime,
  ),
)

const queue = (name: string, type: Queue['type']): fc.Arbitrary<Queue> =>
  fc.record({
    name: fc.constant(name),
    type: fc.constant(type),
    priority: fc.constantFrom(1, 1, 2),
    members: fc.oneof(
      { weight: 9, arbitrary: fc.subarray<string>([...names], { minLength: 2 }) },
      { weight: 1, arbitrary: fc.constant<string[]>([]) },
    ),
    assignment: method,
    respectWorkingHours: fc.constantFrom(true, false, false),
    overflow: name === 'Chats' ? fc.record({ inQueue: inQueueOverflow }) : fc.constant({}),
  })

const workstream = (base: Pick<Workstream, 'name' | 'type' | 'channel'>, queueName: string): fc.Arbitrary<Workstream> =>
  fc
    .record({
      capacity: fc.constantFrom<NonNullable<Workstream['capacity']>[]>(
        { units: 0 },
        { units: 25 },
        { units: 50 },
        { profiles: ['chats'] },
        { profiles: ['chats', 'daily'] },
        { profiles: ['calls'] },
      ),
      distribution: fc.constantFrom<('push' | 'pick')[]>('push', 'push', 'push', 'pick'),
      selectFromPush: fc.boolean(),
      skillMatching: fc.constantFrom<NonNullable<Workstream['skillMatching']>[]>('exact', 'closest', 'none'),
      affinity: fc.boolean(),
      wrapUp: fc.constantFrom<NonNullable<Workstream['wrapUp']>[]>('alwaysBlock', 'dontBlock', { block: '60s' }),
      offer: fc.record({ autoAssign: fc.boolean(), timeout: fc.constant('30s') }),
    })
    .map((settings) => ({
      ...base,
      ...settings,
      classification: [
        {
          name: 'Skills',
          rules: [
            {
              name: 'French',
              when: { path: 'item.customer', op: 'eq' as const, value: 'french' },
              set: { skills: { French: 2 }, priorityScore: 20 },
            },
            {
              name: 'Billing',
              when: { path: 'item.customer', op: 'hasData' as const },
              set: { skills: { Billing: null } },
            },
          ],
        },
      ],
      routeToQueue: { rules: [{ name: 'All', when: { all: [] }, queue: queueName }] },
    }))

export const anyOrganization: fc.Arbitrary<Configuration> = fc
  .record({
    representatives: fc.tuple(...names.map(representative)),
    queues: fc.tuple(
      queue('Chats', 'messaging'),
      queue('Texts', 'messaging'),
      queue('Calls', 'voice'),
      queue('Cases', 'record'),
    ),
    workstreams: fc.tuple(
      workstream({ name: 'Chat', type: 'messaging', channel: 'liveChat' }, 'Chats'),
      workstream({ name: 'Text', type: 'messaging', channel: 'sms' }, 'Texts'),
      workstream({ name: 'Call', type: 'voice', channel: 'voice' }, 'Calls'),
      workstream({ name: 'Case', type: 'record', channel: 'record' }, 'Cases'),
    ),
    playbooks: anyPlaybooks,
    organization: fc.record({
      preferredRepresentative: fc.record({
        enabled: fc.boolean(),
        whenUnavailable: fc.constantFrom<('nextBest' | 'leaveInQueue')[]>('nextBest', 'leaveInQueue'),
      }),
      declineLimit: fc.constantFrom(1, 2, 3),
      declinersBeforeParking: fc.constantFrom(2, 100),
      missedOfferPresence: fc.boolean(),
      rejectedOfferPresence: fc.boolean(),
      sessionLimit: fc.constantFrom(2, 10),
    }),
  })
  .map((parts) => ({
    version: 1,
    ...parts,
    userGroups: [
      { name: 'Inner', members: ['ben'], queues: ['Chats'] },
      { name: 'Outer', members: ['ana', 'dia'], queues: ['Chats'] },
    ],
    skillTypes: ['Any'],
    ratingModels: [{ name: 'One to three', min: 1, max: 3 }],
    skills: skills.map((name) => ({ name, type: 'Any', ratingModel: 'One to three' })),
    capacityProfiles: [
      { name: 'chats', limit: 2 },
      { name: 'daily', limit: 3, reset: 'endOfDay' },
      { name: 'calls', limit: 1, blocking: true },
    ],
    preferredRepresentatives: [{ contact: 'other', representatives: ['ben', 'ana'] }],
    recordTypes: [{ table: 'case', intakeRules: [{ name: 'All', when: { all: [] }, workstream: 'Case' }] }],
  }))
