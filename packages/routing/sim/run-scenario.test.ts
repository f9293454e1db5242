import { expect, test } from 'vitest'
import type { RoutingEvent } from '../src/event.ts'
import { runScenario } from './run-scenario.ts'
import { parseScenario } from './scenario/parse-scenario.ts'

const noZones = {
  problemsOf: () => [],
  calendarsOf: () => ({ horizon: { from: 0, to: 4e12 }, hours: {}, midnights: [] }),
}

function scenario(steps: readonly unknown[], seed = 1) {
  const parsed = parseScenario({
    scenario: 'Test',
    start: '2026-03-02T09:00:00Z',
    seed,
    configuration: {
      version: 1,
      representatives: [{ name: 'ana' }, { name: 'bo' }],
      queues: [{ name: 'Desk', type: 'messaging', members: ['ana', 'bo'] }],
      workstreams: [
        {
          name: 'Chat',
          type: 'messaging',
          channel: 'liveChat',
          capacity: { units: 50 },
          routeToQueue: { rules: [{ name: 'All', when: { all: [] }, queue: 'Desk' }] },
        },
      ],
    },
    steps,
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.scenario
}

function run(steps: readonly unknown[], seed?: number) {
  const events: RoutingEvent[] = []
  const result = runScenario(scenario(steps, seed), { zones: noZones, onEvent: (event) => events.push(event) })
  return { result, events, bytes: JSON.stringify([result, events]) }
}

const load = [
  { signIn: { representative: 'ana' } },
  { signIn: { representative: 'bo' } },
  { generate: { id: 'chat', count: 400, workstream: 'Chat', ratePerMinute: 2, handling: '90s' } },
  { at: '20:00', expect: { metric: 'assigned', of: 'chat', atLeast: 1 } },
]

test('the same scenario and seed give the same events to the byte, another seed gives others', () => {
  const { bytes, result } = run(load, 3)
  expect(result.passed).toBe(true)
  expect(run(load, 3).bytes).toBe(bytes)
  expect(run(load, 4).bytes).not.toBe(bytes)
})

test('whoever handles generated work accepts at once and closes after exactly the time that was drawn', () => {
  const { events } = run(load)
  const offered = events.filter(({ type }) => type === 'workItem.offered')
  const accepted = events.filter(({ type }) => type === 'workItem.accepted')
  expect(accepted).toHaveLength(400)
  expect(accepted.map(({ at }) => at)).toEqual(offered.map(({ at }) => at))
  const closed = events.filter((event) => event.type === 'workItem.stateChanged' && event.to === 'Closed')
  expect(closed).toHaveLength(400)
})

test('a wrong expectation is told with its step, its time and what was found instead', () => {
  const { result } = run([
    { signIn: { representative: 'ana' } },
    {
      at: '+90s',
      expect: [
        { representative: 'ana', presence: 'Away', units: 100 },
        { item: 'none', state: 'Open' },
      ],
    },
    { expect: { queue: 'Nowhere', length: 0 } },
  ])
  expect(result).toEqual({
    scenario: 'Test',
    passed: false,
    failures: [
      {
        step: 1,
        at: '2026-03-02T09:01:30Z',
        expected: { representative: 'ana', presence: 'Away' },
        actual: { representative: 'ana', presence: 'Available' },
      },
      {
        step: 1,
        at: '2026-03-02T09:01:30Z',
        expected: { item: 'none', state: 'Open' },
        actual: { item: 'none', exists: false },
      },
      {
        step: 2,
        at: '2026-03-02T09:01:30Z',
        expected: { queue: 'Nowhere', length: 0 },
        actual: { queue: 'Nowhere', exists: false },
      },
    ],
  })
})

test('refused actions fail the scenario unless they are to be refused, and accepted ones when they are', () => {
  const { result } = run([
    { signIn: { representative: 'nobody' } },
    { signIn: { representative: 'nobody' }, refused: true },
    { signIn: { representative: 'nobody' }, refused: 'nobody' },
    { signIn: { representative: 'nobody' }, refused: 'another text' },
    { signIn: { representative: 'ana' }, refused: true },
    { generate: { id: 'x', count: 2, workstream: 'Nowhere' } },
    { generate: { id: 'y', count: 2, table: 'unicorn', every: '1m' }, refused: 'unicorn' },
  ])
  expect(result.failures.map(({ step }) => step)).toEqual([0, 3, 4, 5])
  expect(result.failures[2]).toMatchObject({ expected: { refused: true }, actual: { refused: false } })
})

test('an offer runs out at its instant, between two steps', () => {
  const { events } = run([
    { signIn: { representative: 'ana' } },
    { startConversation: { id: 'c', workstream: 'Chat' } },
    { at: '+1h', expect: { item: 'c', state: 'Closed', reason: 'AutoClose' } },
  ])
  const missed = events.find(({ type }) => type === 'workItem.declined')
  expect(missed?.at).toBe(Date.UTC(2026, 2, 2, 9, 2))
})
