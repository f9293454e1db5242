import { expect, test } from 'vitest'
import { factsOf, workItem } from './facts.fixture.ts'
import { compileRules } from './rule-list.ts'
import { ruleScopes } from './scope.ts'
import { compileSortKey } from './sort-key.ts'

const scope = ruleScopes({}).anyItem
const rules = compileRules(
  [
    { name: 'High', when: { path: 'item.attributes.level', op: 'ge', value: 10 } },
    { name: 'Some', when: { path: 'item.attributes.level', op: 'ge', value: 5 } },
    { name: 'Any', when: { all: [] } },
  ],
  scope,
)

function withLevel(level: number) {
  return factsOf({ item: workItem({ attributes: { level } }) })
}

test('the first rule that is met decides', () => {
  expect([10, 5, 1].map((level) => rules.firstMatch(withLevel(level)))).toEqual([0, 1, 2])
  expect(compileRules([], scope).firstMatch(withLevel(1))).toBe(-1)
})

test('all matches come in order, into the list that is handed in', () => {
  const out = [99]
  expect(rules.allMatches(withLevel(7), out)).toBe(2)
  expect(out).toEqual([1, 2])
})

test('a first-match trace stops at the applied rule', () => {
  expect(rules.trace(withLevel(7), 'first', 1)).toEqual([
    { name: 'High', status: 'Processed', values: { 'item.attributes.level': 7 } },
    { name: 'Some', status: 'Applied', values: { 'item.attributes.level': 7 } },
    { name: 'Any', status: 'Not processed' },
  ])
})

test('a trace of all rules tells the matched from the applied', () => {
  expect(rules.trace(withLevel(12), 'all', 1).map(({ status }) => status)).toEqual(['Matched', 'Applied', 'Matched'])
})

test('a list depends on time when one of its rules does, and knows all it reads', () => {
  expect(rules.timeDependent).toBe(false)
  expect(rules.reads).toEqual(['item.attributes.level'])
  expect(
    compileRules([{ name: 'Late', when: { path: 'item.waiting', op: 'gt', value: '5m' } }], scope).timeDependent,
  ).toBe(true)
})

test('a path that names nothing is a mistake of the caller, who validates first', () => {
  expect(() => compileRules([{ name: 'Bad', when: { path: 'item.nothing', op: 'hasData' } }], scope)).toThrow(
    'item.nothing',
  )
})

test('sorting puts missing values last in either direction', () => {
  for (const [direction, expected] of [
    ['ascending', [1, 2, 10, null]],
    ['descending', [10, 2, 1, null]],
  ] as const) {
    const key = compileSortKey({ path: 'item.priorityScore', direction }, scope)
    expect([2, null, 10, 1].toSorted(key.compare)).toEqual(expected)
  }
})

test('undeclared values of several types have one order: numbers, also as texts, before other texts', () => {
  const key = compileSortKey({ path: 'item.attributes.level' }, scope)
  const keys = ['b', 10, '9', '!', 2].map((level) => key.read(factsOf({ item: workItem({ attributes: { level } }) })))
  expect(keys.toSorted(key.compare)).toEqual([2, 9, 10, '!', 'b'])
})
