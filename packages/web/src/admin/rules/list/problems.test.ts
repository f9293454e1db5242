import { expect, test } from 'vitest'
import { problemsOfRule } from './problems.ts'
import { freshName, moved } from './reorder.ts'

test('problems are told at their rule, in the words of its form', () => {
  const rule = 'workstreams[0].routeToQueue.rules[1]'
  const problems = [
    { path: `${rule}.when.all[0].any[1].value`, message: 'a' },
    { path: `${rule}.when.path`, message: 'b' },
    { path: `${rule}.name`, message: 'c' },
    { path: `${rule}.allocation`, message: 'd' },
    { path: rule, message: 'e' },
    { path: 'workstreams[0].routeToQueue.rules[10].name', message: 'of another rule' },
  ]
  expect(problemsOfRule(problems, rule).map(({ part, message }) => [part, message])).toEqual([
    ['Condition 1.2', 'a'],
    ['Condition', 'b'],
    ['Name', 'c'],
    ['Output', 'd'],
    ['Rule', 'e'],
  ])
})

test('a rule moves to its new place, and past the ends it stays', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
  expect(moved(['a', 'b', 'c'], 0, 3)).toEqual(['a', 'b', 'c'])
})

test('a copy gets a name that nobody has', () => {
  expect(freshName('Urgent copy', ['Urgent'])).toBe('Urgent copy')
  expect(freshName('Urgent copy', ['Urgent copy', 'Urgent copy 2'])).toBe('Urgent copy 3')
})
