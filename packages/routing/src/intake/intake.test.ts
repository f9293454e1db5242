import { expect, test } from 'vitest'
import { factsOf, row } from '../rules/facts.fixture.ts'
import { ruleScopes } from '../rules/scope.ts'
import { compileIntake, decideIntake } from './intake.ts'

const intake = compileIntake(
  {
    table: 'case',
    intakeRules: [
      { name: 'Urgent', when: { path: 'record.priority', op: 'eq', value: 'High' }, workstream: 'Urgent cases' },
      { name: 'French', when: { path: 'record.customer.country', op: 'eq', value: 'FR' }, workstream: 'French cases' },
    ],
  },
  ruleScopes({}).intake('case'),
)

test('the first intake rule that is met chooses the workstream', () => {
  const record = row('case', 'k1', { priority: 'High', customer: 'c1' })
  expect(decideIntake(intake, factsOf({ record, rows: [row('contact', 'c1', { country: 'FR' })] }))).toEqual({
    workstream: 'Urgent cases',
    rules: [
      { name: 'Urgent', status: 'Applied', values: { 'record.priority': 'High' } },
      { name: 'French', status: 'Not processed' },
    ],
    error: null,
  })
})

test('a record that meets no rule is not routed', () => {
  const decision = decideIntake(intake, factsOf({ record: row('case', 'k1', {}) }))
  expect(decision.workstream).toBeNull()
  expect(decision.rules.map(({ status }) => status)).toEqual(['Processed', 'Processed'])
})

test('an error while rules are evaluated is told and the record is not routed', () => {
  const facts = factsOf({ record: row('case', 'k1', { customer: 'c1' }) })
  facts.rows = {
    row: () => {
      throw new Error('rows are gone')
    },
  }
  expect(decideIntake(intake, facts)).toEqual({ workstream: null, rules: [], error: 'Error: rows are gone' })
})
