import type { Condition, Configuration } from '@unified-routing/routing'
import { expect, test } from 'vitest'
import { attributesAfter, findAttributes, labelOfPath } from './attributes.ts'
import { defaultValue } from './default-value.ts'
import { rowsNamedIn } from './row-titles.ts'
import { valueControl } from './value-control.ts'
import { operatorsFor, vocabularyOf } from './vocabulary.ts'
import { conditionText } from './words.ts'

const configuration: Configuration = {
  version: 1,
  tables: [
    { name: 'contact', columns: [{ name: 'membershipLevel', type: 'choice', choices: ['Standard', 'Gold'] }] },
    { name: 'case', columns: [{ name: 'amount', type: 'decimal' }] },
  ],
  skillTypes: ['Language'],
  skills: [{ name: 'French', type: 'Language' }],
  representatives: [{ name: 'ana', columns: { city: 'Oslo' } }],
  queues: [{ name: 'Billing', type: 'record' }],
  workstreams: [
    {
      name: 'Cases',
      type: 'record',
      channel: 'record',
      table: 'case',
      contextVariables: [{ name: 'topic', type: 'text' }],
      classification: [
        { name: 'Urgency', rules: [{ name: 'All', when: { all: [] }, set: { attributes: { urgency: 'High' } } }] },
      ],
    },
  ],
}
const intake = vocabularyOf(configuration, { kind: 'intake', table: 'case' })
const item = vocabularyOf(configuration, { kind: 'workstream', name: 'Cases' })
const assignment = vocabularyOf(configuration, { kind: 'assignment' })

test.each<[string, Condition]>([
  ['Always', { all: [] }],
  ['Never', { any: [] }],
  ['Case › Priority is High', { path: 'item.record.priority', op: 'eq', value: 'High' }],
  [
    'Case › Priority is High and (Queue has a value or Case › Customer › Membership level is one of Gold, Standard)',
    {
      all: [
        { path: 'item.record.priority', op: 'eq', value: 'High' },
        {
          any: [
            { path: 'item.queue', op: 'hasData' },
            { path: 'item.record.customer.membershipLevel', op: 'in', value: ['Gold', 'Standard'] },
          ],
        },
      ],
    },
  ],
  ['not (Context › Topic contains bill)', { not: { path: 'item.context.topic', op: 'contains', value: 'bill' } }],
  ['Created on is within 2 hours of now', { path: 'item.createdAt', op: 'within', value: '2h' }],
  ['Created on is after 2026-03-02', { path: 'item.createdAt', op: 'gt', value: '2026-03-02' }],
  ['Waiting time is at least 90 seconds', { path: 'item.waiting', op: 'ge', value: 'PT90S' }],
  ['Queue has no value', { path: 'item.queue', op: 'eq', value: null }],
])('"%s" says %j', (text, condition) => {
  expect(conditionText(condition, item)).toBe(text)
})

test.each<[string, Condition]>([
  ['Representative is working', { path: 'representative', op: 'isWorking' }],
  [
    'Representative › Skills match exactly all Language skills',
    { path: 'representative.skills', op: 'exactMatch', value: 'Language' },
  ],
  [
    'Representative › Presence is Workstream › Allowed presences',
    { path: 'representative.presence', op: 'eq', valuePath: 'item.workstream.allowedPresences' },
  ],
])('"%s" says %j of an assignment rule', (text, condition) => {
  expect(conditionText(condition, assignment)).toBe(text)
})

test('rows are called by their titles, with their ids behind', () => {
  const rowTitles = new Map([['contact/priya-nair', 'Priya Nair']])
  const named = { ...item, rowTitles }
  const path = 'item.record.customer'
  expect(conditionText({ path, op: 'eq', value: 'priya-nair' }, named)).toMatch(/ is Priya Nair \(priya-nair\)$/)
  expect(conditionText({ path, op: 'in', value: ['priya-nair', 'gone'] }, named)).toMatch(
    / is one of Priya Nair \(priya-nair\), gone$/,
  )
  expect(rowsNamedIn({ not: { path, op: 'eq', value: 'priya-nair' } }, item)).toEqual([
    { table: 'contact', id: 'priya-nair' },
  ])
  expect(rowsNamedIn({ path: 'item.record.title', op: 'eq', value: 'priya-nair' }, item)).toEqual([])
})

test('the picker opens related tables to any depth, round cycles of lookups too', () => {
  const paths = (base: string) => attributesAfter(base, intake).map(({ path }) => path)
  expect(paths('record')).toContain('record.amount')
  expect(paths('record.customer')).toContain('record.customer.membershipLevel')
  expect(paths('record.customer.account.primaryContact.account')).toContain(
    'record.customer.account.primaryContact.account.primaryContact',
  )
  expect(labelOfPath('record.customer.membershipLevel', intake)).toBe('Customer › Membership level')
})

test('a search finds attributes through related tables, near ones first', () => {
  const found = findAttributes('membership', { base: 'item', depth: 3, max: 40 }, item).map(({ path }) => path)
  expect(found[0]).toBe('item.customer.membershipLevel')
  expect(found).toContain('item.record.customer.membershipLevel')
})

test('the item offers what is known of it: context variables and the attributes that rules set', () => {
  expect(attributesAfter('item.context', item).map(({ path }) => path)).toEqual(['item.context.topic'])
  expect(attributesAfter('item.attributes', item).map(({ path }) => path)).toEqual(['item.attributes.urgency'])
  expect(attributesAfter('representative', assignment).map(({ path }) => path)).toContain('representative.city')
})

test('operators follow the type, and whether somebody is working is asked of them alone', () => {
  expect(operatorsFor('record.amount', intake)).not.toContain('contains')
  expect(operatorsFor('representative.isWorking', assignment)).toContain('isWorking')
  expect(operatorsFor('item.workstream.affinity', item)).not.toContain('isWorking')
  expect(operatorsFor('no.such', item)).toEqual(['eq'])
})

test('values are given by what the attribute holds and the operator asks for', () => {
  const control = (path: string, op: Parameters<typeof valueControl>[1]) => valueControl(path, op, item)
  expect(control('item.record.customer.membershipLevel', 'eq')).toMatchObject({
    type: 'choice',
    isOpen: false,
    isList: false,
  })
  expect(control('item.record.priority', 'in')).toMatchObject({ type: 'choice', isOpen: true, isList: true })
  expect(control('item.record.customer', 'eq')).toEqual({ type: 'row', table: 'contact' })
  expect(control('item.record.firstResponseBy', 'olderThan')).toEqual({ type: 'duration' })
  expect(control('item.record.firstResponseBy', 'onOrAfter')).toEqual({ type: 'date' })
  expect(control('item.record.amount', 'ge')).toEqual({ type: 'number', isList: false })
  expect(control('item.queue', 'beginsWith')).toEqual({ type: 'text', isList: false })
  expect(control('item.queue', 'hasData')).toEqual({ type: 'nothing' })
  expect(valueControl('representative.skills', 'exactMatch', assignment)).toMatchObject({ type: 'choice' })
})

test('a value that still makes sense stays when the attribute or the operator changes', () => {
  const path = 'item.record.customer.membershipLevel'
  expect(defaultValue({ path, op: 'in', before: 'Gold' }, item)).toEqual(['Gold'])
  expect(defaultValue({ path, op: 'eq', before: ['Gold', 'Standard'] }, item)).toBe('Gold')
  expect(defaultValue({ path, op: 'eq', before: 'Platinum' }, item)).toBe('Standard')
  expect(defaultValue({ path: 'item.record.amount', op: 'eq', before: 'Gold' }, item)).toBe('')
  expect(defaultValue({ path, op: 'noData', before: 'Gold' }, item)).toBeUndefined()
})
