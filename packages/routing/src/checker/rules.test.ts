import { expect, test } from 'vitest'
import { findingsOf, type Override } from './document.fixture.ts'

const everything = { all: [] }
const is = (value: unknown) => ({ path: 'item.context.topic', op: 'eq', value })
const oneOf = (...value: readonly unknown[]) => ({ path: 'item.context.topic', op: 'in', value })
const noneOf = (...value: readonly unknown[]) => ({ path: 'item.context.topic', op: 'notIn', value })
const topic = (op: string, value: string) => ({ path: 'item.context.topic', op, value })
const size = (op: string, value?: number) => ({
  path: 'item.context.size',
  op,
  ...(value !== undefined && { value }),
})

const classifying = (...conditions: readonly unknown[]): Override => ({
  workstream: {
    classification: [
      {
        name: 'Topic',
        rules: conditions.map((when, at) => ({ name: `rule ${at}`, when, set: { attributes: { topic: String(at) } } })),
      },
    ],
  },
})

test.each([
  ['everything before it', everything, is('refund')],
  ['the same condition', is('refund'), is('refund')],
  ['the same value as a list', oneOf('refund'), is('refund')],
  ['more values', oneOf('refund', 'bill'), is('bill')],
  ['fewer values that are left out', noneOf('refund'), noneOf('refund', 'bill')],
  ['one of its terms', is('refund'), { all: [size('gt', 3), is('refund')] }],
  ['its terms in another order', { all: [is('a'), size('gt', 3)] }, { all: [size('gt', 3), is('a')] }],
  ['one of several', { any: [is('a'), is('b')] }, is('b')],
  ['a wider range', size('ge', 3), size('gt', 3)],
  ['a range that holds its value', size('lt', 10), size('eq', 9)],
  ['that there is a value', { path: 'item.context.topic', op: 'hasData' }, is('refund')],
  ['the contrary of less', { not: all(is('a'), size('gt', 3)) }, { not: is('a') }],
  ['the contrary of its contrary', is('a'), { not: { not: is('a') } }],
  ['every other value', topic('ne', 'bill'), is('refund')],
  ['numbers without a lower one', size('ne', 3), size('gt', 3)],
  ['a shorter beginning', topic('beginsWith', 're'), topic('beginsWith', 'ref')],
  ['the end of its value', topic('endsWith', 'nd'), is('refund')],
  ['a part of its part', topic('contains', 'fu'), topic('contains', 'efun')],
  ['that there is a number', { path: 'item.context.size', op: 'hasData' }, size('lt', 3)],
])('a rule is shadowed by one that asks for %s', (_name, earlier, later) => {
  expect(findingsOf(classifying(earlier, later))).toEqual([
    'warning ruleShadowed workstreams[0].classification[0].rules[1]',
  ])
})

function all(...parts: readonly unknown[]) {
  return { all: parts }
}

test.each([
  ['another value', is('refund'), is('bill')],
  ['fewer values', is('refund'), oneOf('refund', 'bill')],
  ['more values that are left out', noneOf('refund', 'bill'), noneOf('refund')],
  ['a term more', all(is('refund'), size('gt', 3)), is('refund')],
  ['a narrower range', size('gt', 3), size('ge', 3)],
  ['a text in another case', is('Refund'), is('refund')],
  ['a range on the other side', size('lt', 3), size('gt', 3)],
  ['the contrary of more', { not: is('a') }, { not: all(is('a'), size('gt', 3)) }],
  ['a longer beginning', topic('beginsWith', 'refu'), topic('beginsWith', 'ref')],
  ['a part of a beginning', topic('beginsWith', 'fun'), topic('contains', 'fun')],
  ['numbers without one of its own', size('ne', 4), size('gt', 3)],
  ['a value where there may be none', { path: 'item.context.topic', op: 'hasData' }, topic('ne', 'a')],
])('a rule is not shadowed by one that asks for %s', (_name, earlier, later) => {
  expect(findingsOf(classifying(earlier, later))).toEqual([])
})

test('several earlier rules shadow a rule together, and only when they cover all of it', () => {
  expect(findingsOf(classifying(is('a'), is('b'), oneOf('a', 'b')))).toHaveLength(1)
  expect(findingsOf(classifying(is('a'), is('b'), oneOf('a', 'b', 'c')))).toEqual([])
})

test.each([
  ['a value and every other', is('a'), topic('ne', 'a'), noneOf('x')],
  ['both sides of a number', size('gt', 3), size('le', 3), { path: 'item.context.size', op: 'hasData' }],
  ['something and nothing', { path: 'item.context.size', op: 'hasData' }, size('noData'), everything],
])('rules for %s take what is left', (_name, ...conditions) => {
  expect(findingsOf(classifying(...conditions))).toEqual([
    'warning ruleShadowed workstreams[0].classification[0].rules[2]',
  ])
})

test.each([
  ['both sides of a number leave those without one', size('gt', 3), size('le', 3), size('ne', 9)],
  ['a number left out between its sides', size('gt', 3), size('lt', 3), size('eq', 3)],
  ['one condition of several', all(is('a'), size('gt', 3)), topic('ne', 'a'), size('gt', 4)],
])('earlier rules do not take everything: %s', (_name, ...conditions) => {
  expect(findingsOf(classifying(...conditions))).toEqual([])
})

test.each([
  ['two values', all(is('a'), is('b'))],
  ['ranges that do not meet', all(size('gt', 5), size('lt', 3))],
  ['a value outside of its range', all(size('eq', 2), is('a'), size('ge', 3))],
  ['a value that is left out', all(is('a'), { not: oneOf('a', 'b') })],
  ['something and nothing', all(is('a'), { path: 'item.context.topic', op: 'noData' })],
])('nothing can meet a rule that asks for %s', (_name, when) => {
  expect(findingsOf(classifying(when))).toEqual(['warning ruleNeverMet workstreams[0].classification[0].rules[0]'])
})

test('a rule that asks for two values of a list, or for a range, can be met', () => {
  const holds = (value: string) => ({ path: 'item.capacityProfiles', op: 'eq', value })
  expect(findingsOf(classifying(all(holds('Chats'), holds('Calls'))))).toEqual([])
  expect(findingsOf(classifying(all(size('gt', 3), size('lt', 5), size('ne', 4))))).toEqual([])
})

test('a rule that nothing can meet is told as that', () => {
  expect(findingsOf(classifying({ any: [] }, is('a')))).toEqual([
    'warning ruleNeverMet workstreams[0].classification[0].rules[0]',
  ])
})

test('deeply nested groups end within the effort that a check may take', () => {
  const nested = (depth: number, end: string): unknown =>
    depth === 0
      ? is(end)
      : { [depth % 2 === 0 ? 'all' : 'any']: [nested(depth - 1, `${end}x`), nested(depth - 1, `${end}y`)] }
  expect(findingsOf(classifying(nested(9, 'a'), nested(9, 'b')))).toEqual([])
})
