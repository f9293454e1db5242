import fc from 'fast-check'
import type { Condition, Configuration } from '../configuration/document.ts'
import type { Literal } from '../vocabulary.ts'
import type { Row } from '../work-item.ts'
import { factsOf, NOW, row, workItem } from './facts.fixture.ts'
import type { Facts } from './facts.ts'
import { operatorsOf, operatorsWithDuration, operatorsWithList, operatorsWithoutValue } from './operators.ts'
import { resolvePath } from './path.ts'
import { isProblem } from './resolved-path.ts'
import { type RuleScope, ruleScopes } from './scope.ts'

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
      queueEnabled: true,
      columns: [
        { name: 'subject', type: 'text' },
        { name: 'amount', type: 'decimal' },
        { name: 'vip', type: 'boolean' },
        { name: 'due', type: 'dateTime' },
        { name: 'customer', type: 'lookup', target: 'contact' },
      ],
    },
  ],
  workstreams: [
    {
      name: 'Cases',
      type: 'record',
      channel: 'record',
      table: 'case',
      contextVariables: [
        { name: 'topic', type: 'text' },
        { name: 'seats', type: 'number' },
      ],
    },
  ],
}

export const itemScope = ruleScopes(configuration).workstream('Cases')
export const intakeScope = ruleScopes(configuration).intake('case')

const itemPaths = [
  'item.attributes.a',
  'item.attributes.b',
  'item.context.topic',
  'item.context.seats',
  'item.queue',
  'item.priorityScore',
  'item.createdAt',
  'item.waiting',
  'item.skills',
  'item.capacityProfiles',
  'item.workstream.allowedPresences',
  'item.record.subject',
  'item.record.amount',
  'item.record.vip',
  'item.record.due',
  'item.record.customer.tier',
  'item.customer.age',
]
const intakePaths = ['subject', 'amount', 'vip', 'due', 'customer', 'customer.tier', 'customer.age'].map(
  (columns) => `record.${columns}`,
)

/** Few enough to meet often, and odd enough to go wrong: other types, blanks, near misses, every form of a number. */
const literal: fc.Arbitrary<Literal> = fc.constantFrom<Literal[]>(
  ...[null, '', ' ', '?', '??', 'a', 'b', 'Gold', 'true', 'false', '5', '5.0', '-0', 'NaN', 'Infinity', '1e3', '5m'],
  ...['2026-03-02', '2026-03-02T09:00:00Z', '2026-03-02T23:59:59.999Z', '2026-03-03', 'French'],
  ...[true, false, 0, -0, 1, 4, 5, 6, 1_000, 0.5, 300_000, NOW, NOW - 300_000, NOW + 1],
)
const broken: fc.Arbitrary<Literal> = fc.constantFrom(
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  5e-324,
)
const anyLiteral = fc.oneof({ weight: 9, arbitrary: literal }, { weight: 1, arbitrary: broken })
const duration = fc.constantFrom('5m', '1h', 'PT1S', 'never')

function comparison(paths: readonly string[], scope: RuleScope): fc.Arbitrary<Condition> {
  return fc.constantFrom(...paths).chain((path) => {
    const resolved = resolvePath(path, scope)
    if (isProblem(resolved)) throw new Error(resolved.problem)
    return fc.constantFrom(...operatorsOf[resolved.kind]).chain((op): fc.Arbitrary<Condition> => {
      if (operatorsWithoutValue.includes(op)) return fc.constant({ path, op })
      const value: fc.Arbitrary<Literal | Literal[]> = operatorsWithDuration.includes(op) ? duration : literal
      const values = operatorsWithList.includes(op) ? fc.oneof(value, fc.array(literal, { maxLength: 4 })) : value
      const asStatic = values.map((value): Condition => ({ path, op, value }))
      const asDynamic = fc.constantFrom(...paths).map((valuePath): Condition => ({ path, op, valuePath }))
      return fc.oneof({ weight: 6, arbitrary: asStatic }, { weight: 1, arbitrary: asDynamic })
    })
  })
}

/** Any condition over a few paths, so that rules of one list often ask about the same value. */
function conditions(all: readonly string[], scope: RuleScope): fc.Arbitrary<Condition[]> {
  return fc.subarray([...all], { minLength: 1, maxLength: 5 }).chain((paths) => {
    const leaf = comparison(paths, scope)
    const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
      condition: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        { weight: 3, arbitrary: leaf },
        { weight: 4, arbitrary: fc.array(tie('condition'), { maxLength: 4 }).map((all) => ({ all })) },
        { weight: 2, arbitrary: fc.array(tie('condition'), { maxLength: 3 }).map((any) => ({ any })) },
        { weight: 1, arbitrary: tie('condition').map((not) => ({ not })) },
      ),
    }))
    return fc.oneof(
      { weight: 4, arbitrary: fc.array(condition, { minLength: 4, maxLength: 12 }) },
      { weight: 1, arbitrary: fc.array(leaf, { minLength: 30, maxLength: 150 }) },
    )
  })
}

export const itemConditions = conditions(itemPaths, itemScope)
export const intakeConditions = conditions(intakePaths, intakeScope)

const contact = fc.record({ tier: anyLiteral, age: anyLiteral }).map((values) => row('contact', 'c1', values))
const caseRow = fc
  .record({
    subject: anyLiteral,
    amount: anyLiteral,
    vip: anyLiteral,
    due: anyLiteral,
    customer: fc.constantFrom('c1', 'c2', null),
  })
  .map((values) => row('case', 'k1', values))

/** Facts about one item or row; now and then something it refers to is missing, or cannot be looked up. */
export const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    rows: fc.tuple(caseRow, contact),
    missing: fc.subarray(['case', 'contact'], { maxLength: 1 }),
    failing: fc.constantFrom('', '', 'case', 'contact'),
    attributes: fc.record({ a: anyLiteral, b: anyLiteral }, { requiredKeys: [] }),
    context: fc.record({ topic: anyLiteral, seats: anyLiteral }, { requiredKeys: [] }),
    skills: fc.constantFrom({}, { French: null }, { French: 1, a: 0.5 }),
    capacityProfiles: fc.subarray(['a', 'b', 'Gold']),
    priorityScore: fc.constantFrom(0, 4, 5, 1_000),
    queuedAt: fc.constantFrom(null, NOW, NOW - 300_000, NOW - 1),
    allowedPresences: fc.constantFrom(['a', 'Gold'], null),
    about: fc.constantFrom('item', 'record', 'nothing'),
  })
  .map(({ rows, missing, failing, allowedPresences, about, ...fields }) => {
    const record = { table: 'case', id: 'k1' }
    const known = rows.filter(({ table }) => !missing.includes(table))
    const reader = failingOn(failing, known)
    if (about === 'nothing') return { ...factsOf(), rows: reader }
    if (about === 'record') return { ...factsOf({ record: rows[0] }), rows: reader }
    const item = workItem({ ...fields, record, customer: 'c1', queue: 'a', createdAt: NOW })
    return { ...factsOf({ item, record: rows[0], workstream: { allowedPresences } }), rows: reader }
  })

function failingOn(failing: string, rows: readonly Row[]): Facts['rows'] {
  return {
    row: (table, id) => {
      if (table === failing) throw new Error(`table ${table} is gone`)
      return rows.find((known) => known.table === table && known.id === id)
    },
  }
}
