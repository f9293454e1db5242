import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Condition, Configuration } from '../configuration/document.ts'
import type { Literal } from '../vocabulary.ts'
import { compileCondition } from './compile.ts'
import { factsOf, NOW, representative, row, workItem } from './facts.fixture.ts'
import { ruleScopes } from './scope.ts'

const configuration: Configuration = {
  version: 1,
  tables: [
    {
      name: 'contact',
      columns: [
        { name: 'tier', type: 'choice', choices: ['Gold', 'Silver'] },
        { name: 'age', type: 'integer' },
      ],
    },
    {
      name: 'case',
      columns: [
        { name: 'vip', type: 'boolean' },
        { name: 'due', type: 'dateTime' },
      ],
    },
  ],
  skillTypes: ['Language', 'Product'],
  skills: [
    { name: 'French', type: 'Language' },
    { name: 'Excel', type: 'Product' },
  ],
  workstreams: [
    {
      name: 'Web',
      type: 'messaging',
      channel: 'liveChat',
      contextVariables: [
        { name: 'topic', type: 'text' },
        { name: 'seats', type: 'number' },
      ],
    },
    { name: 'Cases', type: 'record', channel: 'record', table: 'case' },
  ],
}
const scopes = ruleScopes(configuration)

function holds(condition: Condition, facts: Parameters<typeof factsOf>[0]): boolean {
  return compileCondition(condition, scopes.assignment).test(factsOf(facts))
}

type Comparison = readonly [path: string, op: string, value: Literal | Literal[]]

/** Whether a comparison holds of an item with these fields. */
function compare([path, op, value]: Comparison, fields: Parameters<typeof workItem>[0]): boolean {
  return holds(asCondition({ path, op, value }), { item: workItem(fields) })
}

function asCondition(value: unknown): Condition {
  if (!isCondition(value)) throw new Error('not a condition')
  return value
}

function isCondition(value: unknown): value is Condition {
  return typeof value === 'object' && value !== null
}

test.for([
  ['eq', 'outage', true],
  ['eq', 'Outage', false],
  ['ne', 'invoice', true],
  ['in', ['invoice', 'outage'], true],
  ['eq', ['invoice', 'outage'], true],
  ['notIn', ['invoice', 'outage'], false],
  ['contains', 'uta', true],
  ['notContains', 'uta', false],
  ['beginsWith', 'out', true],
  ['endsWith', 'age', true],
  ['gt', 'invoice', true],
  ['lt', 'invoice', false],
] as const)('a text that is "outage": %s %j is %j', ([op, value, expected]) => {
  const values: Literal | Literal[] = typeof value === 'string' ? value : [...value]
  expect(compare(['item.context.topic', op, values], { context: { topic: 'outage' } })).toBe(expected)
})

test.for([
  ['eq', 'x', false],
  ['ne', 'x', true],
  ['in', ['x'], false],
  ['notIn', ['x'], true],
  ['contains', 'x', false],
  ['notContains', 'x', true],
  ['beginsWith', 'x', false],
  ['endsWith', 'x', false],
  ['gt', 'x', false],
  ['ge', 'x', false],
  ['lt', 'x', false],
  ['le', 'x', false],
  ['eq', null, true],
  ['ne', null, false],
  ['in', ['x', null], true],
  ['notIn', ['x', null], false],
] as const)('missing data: %s %j is %j', ([op, value, expected]) => {
  const values: Literal | Literal[] = typeof value === 'object' && value !== null ? [...value] : value
  expect(compare(['item.context.topic', op, values], {})).toBe(expected)
})

test('hasData and noData see null, the empty text and the empty list', () => {
  const has = (path: string, fields: Parameters<typeof workItem>[0]) =>
    holds({ path, op: 'hasData' }, { item: workItem(fields) })
  expect(has('item.context.topic', { context: { topic: 'x' } })).toBe(true)
  expect(has('item.context.topic', { context: { topic: '' } })).toBe(false)
  expect(has('item.context.topic', {})).toBe(false)
  expect(has('item.skills', { skills: { French: null } })).toBe(true)
  expect(has('item.skills', {})).toBe(false)
  expect(holds({ path: 'item.skills', op: 'noData' }, { item: workItem() })).toBe(true)
})

test('numbers are compared as numbers, also when a channel delivers them as text', () => {
  expect(compare(['item.context.seats', 'ge', 100], { context: { seats: 250 } })).toBe(true)
  expect(compare(['item.context.seats', 'gt', 9], { context: { seats: '10' } })).toBe(true)
  expect(compare(['item.context.seats', 'eq', '10'], { context: { seats: 10 } })).toBe(true)
  expect(compare(['item.context.seats', 'lt', 9], { context: { seats: 'many' } })).toBe(false)
})

test('undeclared values are compared by what they are', () => {
  expect(compare(['item.attributes.level', 'eq', '5'], { attributes: { level: 5 } })).toBe(true)
  expect(compare(['item.attributes.level', 'gt', '9'], { attributes: { level: '10' } })).toBe(true)
  expect(compare(['item.attributes.level', 'eq', true], { attributes: { level: 'true' } })).toBe(true)
  expect(compare(['item.attributes.level', 'eq', 'b'], { attributes: { level: 'a' } })).toBe(false)
})

test.for([
  ['onOrBefore', '2026-03-02', '2026-03-02T23:59:59.999Z', true],
  ['onOrBefore', '2026-03-02', '2026-03-03T00:00:00Z', false],
  ['onOrAfter', '2026-03-02', '2026-03-02T00:00:00Z', true],
  ['onOrAfter', '2026-03-02T10:00:00+01:00', '2026-03-02T08:59:59Z', false],
  ['lt', '2026-03-02T09:00:00Z', '2026-03-02T09:30:00+01:00', true],
  ['eq', '2026-03-02T09:00:00Z', '2026-03-02T10:00:00+01:00', true],
  ['olderThan', '2d', '2026-02-28T08:59:59Z', true],
  ['olderThan', '2d', '2026-02-28T09:00:00Z', false],
  ['within', 'PT1H', '2026-03-02T10:00:00Z', true],
  ['within', 'PT1H', '2026-03-02T08:00:00Z', true],
  ['within', 'PT1H', '2026-03-02T10:00:01Z', false],
  ['onOrBefore', '2026-03-02', null, false],
  ['olderThan', '2d', null, false],
] as const)('at 2026-03-02 09:00, %s %s of %s is %j', ([op, value, due, expected]) => {
  const rows = [row('case', 'k1', { due })]
  const item = workItem({ record: { table: 'case', id: 'k1' } })
  expect(holds({ path: 'item.record.due', op, value }, { item, rows })).toBe(expected)
})

test('a dynamic value is compared with what the item holds, and two missing values are not equal', () => {
  const condition: Condition = { path: 'representative.tier', op: 'eq', valuePath: 'item.customer.tier' }
  const rows = [row('contact', 'c1', { tier: 'Gold' })]
  const item = workItem({ customer: 'c1' })
  const gold = representative({ columns: { tier: 'Gold' } })
  expect(holds(condition, { item, rows, representative: gold })).toBe(true)
  expect(holds(condition, { item: workItem(), rows, representative: gold })).toBe(false)
  expect(holds(condition, { item: workItem(), rows, representative: representative() })).toBe(false)
})

test('equality with a list of the workstream means membership', () => {
  const condition: Condition = {
    path: 'representative.basePresence',
    op: 'eq',
    valuePath: 'item.workstream.allowedPresences',
  }
  const workstream = { allowedPresences: ['Available', 'Busy'] }
  const at = (basePresence: string) =>
    holds(condition, { item: workItem(), workstream, representative: representative({ basePresence }) })
  expect([at('Busy'), at('Away')]).toEqual([true, false])
})

test('skills of an item and of a representative are lists of names; inactive ones are not held', () => {
  const skills = new Map([
    ['French', { type: 'Language', rating: 5, active: true }],
    ['Excel', { type: 'Product', rating: null, active: false }],
  ])
  const facts = { item: workItem({ skills: { Excel: null } }), representative: representative({ skills }) }
  expect(holds({ path: 'item.skills', op: 'contains', value: 'Excel' }, facts)).toBe(true)
  expect(holds({ path: 'item.skills', op: 'notIn', value: ['French', 'Word'] }, facts)).toBe(true)
  expect(holds({ path: 'representative.skills', op: 'in', value: ['French'] }, facts)).toBe(true)
  expect(holds({ path: 'representative.skills', op: 'eq', value: 'Excel' }, facts)).toBe(false)
})

test.for([
  [{ French: 5 }, null, true],
  [{ French: 6 }, null, false],
  [{ French: null }, null, true],
  [{ French: 5, Excel: null }, null, false],
  [{ French: 5, Excel: null }, 'Language', true],
  [{ Word: null }, null, false],
  [{}, null, true],
] as const)('exactMatch: required %j of type %j is %j', ([required, type, expected]) => {
  const skills = new Map([
    ['French', { type: 'Language', rating: 5, active: true }],
    ['Excel', { type: 'Product', rating: 9, active: false }],
  ])
  const facts = { item: workItem({ skills: required }), representative: representative({ skills }) }
  const condition: Condition = {
    path: 'representative.skills',
    op: 'exactMatch',
    ...(type === null ? {} : { value: type }),
  }
  expect(holds(condition, facts)).toBe(expected)
})

test('the time spent in the queue and working hours make a condition depend on time', () => {
  const waiting: Condition = { path: 'item.waiting', op: 'ge', value: '5m' }
  expect(holds(waiting, { item: workItem({ queuedAt: NOW - 300_000 }) })).toBe(true)
  expect(holds(waiting, { item: workItem({ queuedAt: NOW - 299_999 }) })).toBe(false)
  const timeDependent = (condition: Condition) => compileCondition(condition, scopes.assignment).timeDependent
  expect(timeDependent({ not: waiting })).toBe(true)
  expect(timeDependent({ path: 'representative', op: 'isWorking' })).toBe(true)
  expect(timeDependent({ path: 'item.createdAt', op: 'olderThan', value: '1h' })).toBe(true)
  expect(timeDependent({ path: 'item.createdAt', op: 'onOrAfter', value: '2026-01-01' })).toBe(false)
})

test('isWorking asks the calendar of the representative', () => {
  const at = (isWorking: boolean) =>
    holds({ path: 'representative.isWorking', op: 'isWorking' }, { representative: representative({ isWorking }) })
  expect([at(true), at(false)]).toEqual([true, false])
})

test('the empty all is met, the empty any is not', () => {
  expect(holds({ all: [] }, {})).toBe(true)
  expect(holds({ any: [] }, {})).toBe(false)
})

test('a trace shows every value the condition names, whatever decided it', () => {
  const { trace, reads } = compileCondition(
    {
      any: [
        { path: 'item.context.topic', op: 'eq', value: 'outage' },
        { path: 'item.waiting', op: 'gt', value: '1h' },
        { path: 'item.workstream.allowedPresences', op: 'contains', value: 'Busy' },
      ],
    },
    scopes.anyItem,
  )
  const workstream = { allowedPresences: ['Available', 'Busy'] }
  const item = workItem({ context: { topic: 'outage' }, queuedAt: NOW - 90_000 })
  expect(trace(factsOf({ item, workstream }))).toEqual({
    met: true,
    values: {
      'item.context.topic': 'outage',
      'item.waiting': '90s',
      'item.workstream.allowedPresences': 'Available, Busy',
    },
  })
  expect(reads).toEqual(['item.context.topic', 'item.waiting', 'item.workstream.allowedPresences'])
})

test('test and trace agree, and a condition and its negation never do', () => {
  const leaf: fc.Arbitrary<Condition> = fc.record({
    path: fc.constantFrom('item.context.topic', 'item.context.seats', 'item.attributes.a', 'item.priorityScore'),
    op: fc.constantFrom('eq', 'ne', 'in', 'notIn', 'hasData', 'noData'),
    value: fc.oneof(
      fc.constantFrom('a', 'b', '1', 1, 2, null),
      fc.array(fc.constantFrom('a', '1', 1, null), { maxLength: 3 }),
    ),
  })
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
      fc.record({ not: tie('condition') }),
    ),
  }))
  const literal = fc.constantFrom<Literal>('a', 'b', '1', 1, 2, null)
  fc.assert(
    fc.property(condition, literal, literal, (generated, topic, seats) => {
      const facts = factsOf({ item: workItem({ context: { topic, seats }, attributes: { a: topic } }) })
      const compiled = compileCondition(generated, scopes.workstream('Web'))
      expect(compiled.trace(facts).met).toBe(compiled.test(facts))
      expect(compileCondition({ not: generated }, scopes.workstream('Web')).test(facts)).toBe(!compiled.test(facts))
    }),
  )
})
