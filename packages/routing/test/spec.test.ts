import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { transitions } from '../src/items/transitions.ts'

const spec = readFileSync(new URL('../SPEC.md', import.meta.url), 'utf8')
const states = ['open', 'bot', 'offered', 'active', 'external', 'waiting', 'wrapUp'] as const

test('the table of states and commands in SPEC.md is the one the router obeys', () => {
  const rows = spec
    .split('\n')
    .filter((line) => /^\| [a-z][A-Za-z]+ \|(.*\|){7}$/.test(line) && !line.startsWith('| command'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
  const written = Object.fromEntries(
    states.map((state, index) => [state, Object.fromEntries(rows.map((row) => [row[1], row[index + 2] !== '–']))]),
  )
  const obeyed = Object.fromEntries(
    states.map((state) => [
      state,
      Object.fromEntries(
        Object.entries(transitions[state]).map(([command, verdict]) => [command, verdict === 'allowed']),
      ),
    ]),
  )
  expect(written).toEqual(obeyed)
})

test('every invariant of SPEC.md names a test that exists', () => {
  const tests = readFileSync(new URL('invariants.test.ts', import.meta.url), 'utf8')
  const named = [...spec.matchAll(/^\| (I\d+) \|.*\| (I\d+) \|$/gm)].map(([, , name]) => name ?? '')
  expect(named.length).toBeGreaterThanOrEqual(9)
  for (const name of named) expect(tests).toContain(`test('${name}: `)
})
