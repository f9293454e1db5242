import { parseScenario, runScenario } from '@unified-routing/routing/sim'
import { expect, test } from 'vitest'
import { RunRecord, type RunReport } from './run-record.ts'

const noZones = {
  problemsOf: () => [],
  calendarsOf: () => ({ horizon: { from: 0, to: 4e12 }, hours: {}, midnights: [] }),
}

function reportOf(...steps: readonly unknown[]): RunReport {
  const parsed = parseScenario({
    scenario: 'Test',
    start: '2026-03-02T09:00:00Z',
    configuration: {
      version: 1,
      organization: { autoClose: [{ channel: 'liveChat', state: 'Open', after: null }] },
      representatives: [{ name: 'ana' }, { name: 'bo' }],
      queues: [
        { name: 'Desk', type: 'messaging', members: ['ana'] },
        { name: 'Other', type: 'messaging', members: ['bo'] },
      ],
      workstreams: [
        {
          name: 'Chat',
          type: 'messaging',
          channel: 'liveChat',
          capacity: { units: 100 },
          wrapUp: 'dontBlock',
          fallbackQueue: 'Desk',
        },
      ],
    },
    steps,
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const { scenario } = parsed
  const record = new RunRecord(scenario.start, scenario.steps.at(-1)?.at ?? scenario.start)
  const { failures } = runScenario(scenario, { zones: noZones, onEvent: (event) => record.hear(event) })
  expect(failures).toEqual([])
  return record.finish(20_000)
}

const start = (id: string) => ({ startConversation: { id, workstream: 'Chat' } })
const accept = (item: string, representative = 'ana') => ({ accept: { item, representative } })
const end = (item: string, representative = 'ana') => ({ endConversation: { item, representative } })
const close = (item: string, representative = 'ana') => ({ closeSession: { item, representative } })
const minute = 60_000

test('waits run from entering the queue until somebody has it; the service level is a share of all that entered', () => {
  const { queues } = reportOf(
    { signIn: { representative: 'ana' } },
    start('first'),
    start('second'),
    start('third'),
    { at: '+10s', ...accept('first') },
    { at: '+50s', ...end('first') },
    close('first'),
    accept('second'),
    { at: '+1m', customerLeaves: { item: 'third' } },
  )
  expect(queues).toHaveLength(1)
  expect(queues[0]).toMatchObject({
    name: 'Desk',
    entered: 3,
    assigned: 2,
    lost: 1,
    waiting: 0,
    waits: { mean: 35_000, p50: 10_000, p95: minute, max: minute },
    serviceLevel: 1 / 3,
    // Three for 10 s, two for 50 s, one for a minute.
    length: { peak: 3, mean: (30 + 100 + 60) / 120 },
  })
})

test('an offer that nobody answers leaves the item waiting in its queue, once', () => {
  const { queues } = reportOf({ signIn: { representative: 'ana' } }, start('chat'), { at: '+3m', ...accept('chat') })
  expect(queues).toMatchObject([{ entered: 1, assigned: 1, waits: { max: 3 * minute } }])
})

test('work that is moved on enters the other queue anew', () => {
  const { queues } = reportOf(
    start('chat'),
    { at: '+1m', transferToQueue: { item: 'chat', queue: 'Other' } },
    { at: '+1m', ...start('more') },
  )
  expect(queues).toMatchObject([
    { name: 'Desk', entered: 2, moved: 1, waiting: 1 },
    { name: 'Other', entered: 1, moved: 0, waiting: 1 },
  ])
})

test('occupancy is time at work over time signed in, and its spread a Gini coefficient', () => {
  const { people, fairness } = reportOf(
    { signIn: { representative: 'ana' } },
    { signIn: { representative: 'bo' } },
    start('chat'),
    accept('chat'),
    { at: '+2m', ...end('chat') },
    close('chat'),
    { at: '+2m', signOut: { representative: 'bo' } },
    { at: '+4m', signOut: { representative: 'ana' } },
  )
  expect(people).toEqual([
    { name: 'ana', signedInMs: 8 * minute, busyMs: 2 * minute, occupancy: 0.25, handled: 1 },
    { name: 'bo', signedInMs: 4 * minute, busyMs: 0, occupancy: 0, handled: 0 },
  ])
  expect(fairness).toBe(0.5)
})

test('arrivals and states are counted by spans of time', () => {
  const { timeline, arrivals, states, closed } = reportOf(
    start('one'),
    { at: '+30m', ...start('two') },
    { at: '+29m', customerLeaves: { item: 'two' } },
    { at: '+1m', ...start('three') },
  )
  expect(timeline).toMatchObject({ spanMs: 30_000, spans: 120 })
  expect([arrivals[0], arrivals[60], arrivals[119]]).toEqual([1, 1, 1])
  expect(states[0]).toMatchObject({ state: 'Open', last: 2 })
  expect([states[0]?.peaks[59], states[0]?.peaks[60], states[0]?.peaks[118]]).toEqual([1, 2, 1])
  expect(closed).toBe(1)
})

test('a run in which no time passes has one span', () => {
  const { timeline, queues } = reportOf(start('chat'))
  expect(timeline.spans).toBe(1)
  expect(queues[0]?.length).toEqual({ peaks: [1], mean: 1, peak: 1 })
})
