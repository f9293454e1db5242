import { expect, test } from 'vitest'
import { compileCondition } from './compile.ts'
import { factsOf, row, workItem } from './facts.fixture.ts'
import { resolvePath } from './path.ts'
import { ruleScopes } from './scope.ts'

const scopes = ruleScopes({
  tables: [
    { name: 'contact', columns: [{ name: 'tier', type: 'choice', choices: ['Gold', 'Silver'] }] },
    { name: 'device', queueEnabled: true, columns: [{ name: 'title', type: 'integer' }] },
  ],
  workstreams: [
    {
      name: 'Web',
      type: 'messaging',
      channel: 'liveChat',
      contextVariables: [{ name: 'topic', type: 'text' }],
    },
    { name: 'Cases', type: 'record', channel: 'record', table: 'case' },
  ],
  representatives: [{ name: 'ana', columns: { team: 'a' } }],
})

test('what objects have by birth is no data', () => {
  for (const name of ['constructor', '__proto__', 'toString']) {
    expect(
      compileCondition({ path: `item.attributes.${name}`, op: 'hasData' }, scopes.anyItem).test(
        factsOf({ item: workItem() }),
      ),
    ).toBe(false)
  }
})

test('paths follow lookups of any depth, through cycles as well', () => {
  const rows = [
    row('case', 'k1', { customer: 'c1' }),
    row('contact', 'c1', { account: 'a1', tier: 'Gold' }),
    row('account', 'a1', { primaryContact: 'c1', country: 'FR' }),
  ]
  const item = workItem({ record: { table: 'case', id: 'k1' }, customer: 'c1' })
  const read = (path: string) =>
    compileCondition({ path, op: 'hasData' }, scopes.anyItem).trace(factsOf({ item, rows })).values[path]
  expect(read('item.record.customer.account.country')).toBe('FR')
  expect(read('item.customer.account.primaryContact.account.primaryContact.tier')).toBe('Gold')
  expect(read('item.record.customer.id')).toBe('c1')
})

test('a lookup that leads nowhere reads as missing data', () => {
  const rows = [row('case', 'k1', { customer: 'gone' })]
  const item = workItem({ record: { table: 'case', id: 'k1' } })
  const { test: met } = compileCondition({ path: 'item.record.customer.tier', op: 'noData' }, scopes.anyItem)
  expect(met(factsOf({ item, rows }))).toBe(true)
})

test('an intake rule reads the row that is being routed', () => {
  const { test: met } = compileCondition(
    { path: 'record.customer.tier', op: 'eq', value: 'Gold' },
    scopes.intake('case'),
  )
  const rows = [row('contact', 'c1', { tier: 'Gold' })]
  expect(met(factsOf({ record: row('case', 'k1', { customer: 'c1' }), rows }))).toBe(true)
  expect(met(factsOf({ record: row('case', 'k2', {}), rows }))).toBe(false)
})

test.for([
  ['record.title', 'anyItem', "begin the path with 'item.'"],
  ['representative.units', 'anyItem', "begin the path with 'item.'"],
  ['item.colour', 'anyItem', 'an item has no'],
  ['item.chanel', 'anyItem', "did you mean 'channel'?"],
  ['item.channel.name', 'anyItem', 'has no parts'],
  ['item..channel', 'anyItem', 'is empty'],
  ['item.context.tpoic', 'anyItem', "did you mean 'topic'?"],
  ['item.context', 'anyItem', 'the name of one variable'],
  ['item.attributes.a.b', 'anyItem', 'the name of one attribute'],
  ['item.workstream.chanel', 'anyItem', "did you mean 'channel'?"],
  ['item.customer.teir', 'anyItem', "did you mean 'tier'?"],
  ['item.customer.tier.name', 'anyItem', 'is not a lookup'],
  ['item.record.custmer', 'anyItem', 'has no column'],
  [`item.record${'.customer.account.primaryContact'.repeat(7)}`, 'anyItem', 'at most 20 parts'],
  ['representative.taem', 'assignment', "did you mean 'team'?"],
  ['representative.units.free', 'assignment', 'has no parts'],
] as const)('%s names nothing: %s, %s', ([path, scope, problem]) => {
  expect(resolvePath(path, scopes[scope])).toMatchObject({ problem: expect.stringContaining(problem) })
})

test('a column that several tables have is compared by its type when they agree, else by what it holds', () => {
  expect(resolvePath('item.record.customer', scopes.anyItem)).toMatchObject({ kind: 'text' })
  expect(resolvePath('item.record.title', scopes.anyItem)).toMatchObject({ kind: 'any' })
  expect(resolvePath('item.record.title', scopes.workstream('Cases'))).toMatchObject({ kind: 'text' })
})

test('a workstream sees its own context variables only', () => {
  expect(resolvePath('item.context.topic', scopes.workstream('Web'))).toMatchObject({ kind: 'text' })
  expect(resolvePath('item.context.topic', scopes.workstream('Cases'))).toHaveProperty('problem')
})

test('columns of representatives are free as long as there is nobody to compare with', () => {
  expect(resolvePath('representative.team', ruleScopes({}).assignment)).toMatchObject({ kind: 'any' })
})
