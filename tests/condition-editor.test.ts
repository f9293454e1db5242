import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Condition } from '../packages/routing/src/main.ts'
import { intakeConditions, itemConditions } from '../packages/routing/src/rules/random-rules.fixture.ts'
import { conditionOf, queryOf } from '../packages/web/src/admin/rules/condition/model.ts'

const root = join(import.meta.dirname, '..')
const files = [
  join(root, 'demo', 'organization.yaml'),
  ...scenariosIn(join(root, 'packages', 'routing', 'scenarios')),
  ...scenariosIn(join(root, '..', 'shared', 'scenarios')),
]

test('every condition of the demo and of the scenarios comes back from the editor as it was', () => {
  const conditions = files.flatMap((file) => conditionsIn(parse(readFileSync(file, 'utf8'))))
  expect(conditions.length).toBeGreaterThan(60)
  for (const condition of conditions) expect(conditionOf(queryOf(condition))).toEqual(condition)
})

test('so does every other condition, however it is nested', () => {
  fc.assert(
    fc.property(fc.oneof(itemConditions, intakeConditions), (conditions) => {
      for (const condition of conditions) expect(conditionOf(queryOf(condition))).toEqual(condition)
    }),
  )
})

test.each<Condition>([
  { all: [] },
  { any: [] },
  { not: { all: [] } },
  { not: { not: { path: 'item.queue', op: 'hasData' } } },
  { all: [{ path: 'item.queue', op: 'eq', value: null }] },
  { path: 'representative.skills', op: 'exactMatch' },
  { path: 'representative.skills', op: 'exactMatch', value: 'Language' },
  { path: 'representative', op: 'isWorking' },
  { path: 'representative.presence', op: 'in', valuePath: 'item.workstream.allowedPresences' },
])('%j comes back as it was', (condition) => {
  expect(conditionOf(queryOf(condition))).toEqual(condition)
})

test('a condition that stood alone becomes a group when it gets company, and its negation too', () => {
  const alone: Condition = { path: 'item.channel', op: 'eq', value: 'sms' }
  const other: Condition = { path: 'item.queue', op: 'noData' }
  const withCompany = (condition: Condition) => {
    const query = queryOf(condition)
    return conditionOf({ ...query, rules: [...query.rules, ...queryOf(other).rules] })
  }
  expect(withCompany(alone)).toEqual({ all: [alone, other] })
  expect(withCompany({ not: alone })).toEqual({ not: { any: [alone, other] } })
})

/** Acceptance scenarios lie beside the checkout; they are no part of the repository. */
function scenariosIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name))
}

/** Whatever stands under `when` and is not an overflow's trigger. */
function conditionsIn(value: unknown): Condition[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'when' && isCondition(part) ? [part] : conditionsIn(part),
  )
}

function isCondition(value: unknown): value is Condition {
  return typeof value === 'object' && value !== null && ['all', 'any', 'not', 'path'].some((key) => key in value)
}
