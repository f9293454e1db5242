import { expect, test } from 'vitest'
import type { Condition, RouteToQueueRuleset } from '../configuration/document.ts'
import { queueCatalog } from '../configuration/queue-settings.ts'
import { factsOf, NOW, workItem } from '../rules/facts.fixture.ts'
import { ruleScopes } from '../rules/scope.ts'
import type { AllocationMemory } from './allocation.ts'
import { compileRouteToQueue, type QueueOverflow, type RouteToQueueInput, routeToQueue } from './route-to-queue.ts'

const always: Condition = { all: [] }
const never: Condition = { any: [] }
const queues = queueCatalog({
  version: 1,
  operatingHours: [{ name: 'Office', hours: [] }],
  queues: ['A', 'B', 'C', 'D'].map((name) => ({ name, type: 'messaging', operatingHours: 'Office' })),
})

interface Situation {
  readonly overflows?: Readonly<Record<string, Partial<QueueOverflow>>>
  readonly memory?: Map<string, AllocationMemory>
}

function route(ruleset: RouteToQueueRuleset | null, { overflows = {}, memory }: Situation = {}) {
  const input: RouteToQueueInput = {
    routeToQueue: ruleset === null ? null : compileRouteToQueue(ruleset, ruleScopes({}).anyItem, queues),
    facts: factsOf({ item: workItem() }),
    fallbackQueue: 'Fallback',
    classificationError: null,
    memoryOf: (rule) => memory?.get(rule),
    overflowOf: (queue) => {
      const overflow = overflows[queue]
      if (overflow === undefined) return null
      return { trigger: 'workItemLimit', action: 'endConversation', isOperational: true, opensAt: null, ...overflow }
    },
  }
  const decision = routeToQueue(input)
  for (const { rule, memory: next } of decision.memory) memory?.set(rule, next)
  return decision
}

const abc: RouteToQueueRuleset = {
  rules: [
    { name: 'None', when: never, queue: 'D' },
    { name: 'To A', when: always, queue: 'A' },
    { name: 'To B', when: always, queue: 'B' },
    { name: 'To C', when: always, queue: 'C' },
  ],
}

test('of all rules that are met the first whose queue does not overflow is applied', () => {
  const decision = route(abc, { overflows: { A: {} } })
  expect(decision).toMatchObject({ queue: 'B', rule: 'To B', reason: 'rule', overflow: null, message: null })
  expect(decision.rules.map(({ status }) => status)).toEqual(['Processed', 'Matched', 'Applied', 'Matched'])
})

test('under hit policy first the first rule decides, overflowing or not', () => {
  const decision = route({ ...abc, hitPolicy: 'first' }, { overflows: { A: {} } })
  expect(decision).toMatchObject({ queue: 'A', reason: 'overflow', overflow: { action: 'endConversation' } })
  expect(decision.rules.map(({ status }) => status)).toEqual(['Processed', 'Applied', 'Not processed', 'Not processed'])
})

test('when all overflow the first operational queue is taken with its action', () => {
  const closed = { isOperational: false, opensAt: NOW + 1 }
  const decision = route(abc, { overflows: { A: closed, B: { action: 'voicemail' }, C: {} } })
  expect(decision).toMatchObject({ queue: 'B', reason: 'overflow', overflow: { action: 'voicemail' } })
})

test('when all overflow and none is operational the one that opens earliest is taken', () => {
  const opensAt = (hours: number | null) => ({
    isOperational: false,
    opensAt: hours === null ? null : NOW + hours * 3_600_000,
  })
  expect(route(abc, { overflows: { A: opensAt(null), B: opensAt(5), C: opensAt(2) } }).queue).toBe('C')
  expect(route(abc, { overflows: { A: opensAt(2), B: opensAt(2), C: opensAt(2) } }).queue).toBe('A')
  expect(route(abc, { overflows: { A: opensAt(null), B: opensAt(null), C: opensAt(null) } }).queue).toBe('A')
})

test('no rules, no match and errors lead to the fallback queue, each with its reason', () => {
  const missing = 'Valid route to queue rules are missing in workstream. Routed to fallback queue.'
  expect(route(null)).toMatchObject({ queue: 'Fallback', reason: 'fallbackNoRules', message: missing })
  expect(route({ rules: [] })).toMatchObject({ queue: 'Fallback', reason: 'fallbackNoRules', message: missing })
  const noMatch = route({ rules: [{ name: 'None', when: never, queue: 'A' }] })
  expect(noMatch).toMatchObject({ queue: 'Fallback', reason: 'fallbackNoMatch', rule: null })
  expect(noMatch.rules).toEqual([{ name: 'None', status: 'Processed', values: {} }])
})

test('the overflow of the fallback queue is not asked', () => {
  expect(route(null, { overflows: { Fallback: {} } }).overflow).toBeNull()
})

test('an item whose classification failed goes to the fallback queue, no rule evaluated', () => {
  const decision = routeToQueue({
    routeToQueue: compileRouteToQueue(abc, ruleScopes({}).anyItem, queues),
    facts: factsOf({ item: workItem() }),
    fallbackQueue: 'Fallback',
    classificationError: 'Error: rows are gone.',
    memoryOf: () => undefined,
    overflowOf: () => null,
  })
  expect(decision).toMatchObject({ queue: 'Fallback', reason: 'fallbackError' })
  expect(decision.message).toContain('rows are gone')
  expect(new Set(decision.rules.map(({ status }) => status))).toEqual(new Set(['Not processed']))
})

test('an error in a rule or in the overflow check leads to the fallback queue', () => {
  const decision = routeToQueue({
    routeToQueue: compileRouteToQueue(abc, ruleScopes({}).anyItem, queues),
    facts: factsOf({ item: workItem() }),
    fallbackQueue: 'Fallback',
    classificationError: null,
    memoryOf: () => undefined,
    overflowOf: () => {
      throw new Error('no calendar')
    },
  })
  expect(decision).toMatchObject({ queue: 'Fallback', reason: 'fallbackError', memory: [] })
  expect(decision.message).toContain('no calendar')
})

test('a percentage rule picks before overflow is asked and counts its pick although another rule is applied', () => {
  const memory = new Map<string, AllocationMemory>()
  const ruleset: RouteToQueueRuleset = {
    rules: [
      { name: 'Spread', when: always, allocation: { A: 50, B: 50 } },
      { name: 'Rest', when: always, queue: 'C' },
    ],
  }
  const routed = Array.from({ length: 4 }, () => route(ruleset, { memory, overflows: { A: {} } }).queue)
  expect(routed).toEqual(['C', 'B', 'C', 'B'])
})

test('rules after the applied one do not count a pick', () => {
  const memory = new Map<string, AllocationMemory>()
  route(
    {
      rules: [
        { name: 'First', when: always, queue: 'C' },
        { name: 'Spread', when: always, allocation: { A: 50, B: 50 } },
      ],
    },
    { memory },
  )
  expect(memory.size).toBe(0)
})

test("a rule's own overflow rules replace those of its queue, operating hours still first", () => {
  const asked: unknown[] = []
  const ruleset: RouteToQueueRuleset = {
    rules: [
      {
        name: 'VIP',
        when: always,
        queue: 'A',
        overflow: { A: [{ when: { workItemLimit: 9 }, do: 'endConversation' }] },
      },
      { name: 'Others', when: always, queue: 'B' },
    ],
  }
  routeToQueue({
    routeToQueue: compileRouteToQueue(ruleset, ruleScopes({}).anyItem, queues),
    facts: factsOf({ item: workItem() }),
    fallbackQueue: 'Fallback',
    classificationError: null,
    memoryOf: () => undefined,
    overflowOf: (queue, override) => {
      asked.push([queue, override])
      return queue === 'A'
        ? { trigger: 'workItemLimit', action: 'endConversation', isOperational: true, opensAt: null }
        : null
    },
  })
  expect(asked).toEqual([
    [
      'A',
      [
        { trigger: 'outOfOperatingHours', action: 'assignAnyway' },
        { trigger: 'workItemLimit', limit: 9, action: 'endConversation' },
      ],
    ],
    ['B', undefined],
  ])
})
