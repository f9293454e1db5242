import { expect, test } from 'vitest'
import type { Condition } from '../configuration/document.ts'
import { compileClock, type RuleClock } from './clock.ts'
import { compileCondition } from './compile.ts'
import { factsOf, NOW, row, workItem } from './facts.fixture.ts'
import type { Facts } from './facts.ts'
import { formatInstant } from './instant.ts'
import { ruleScopes } from './scope.ts'

const MINUTE = 60_000
const QUEUED_AT = NOW

const scope = ruleScopes({
  tables: [{ name: 'case', columns: [{ name: 'dueAt', type: 'dateTime' }] }],
  representatives: [{ name: 'ana', columns: { joinedAt: '2026-01-01' } }],
}).assignment

function factsAt(now: number, dueAt: string | null = null): Facts {
  const item = workItem({ record: { table: 'case', id: 'c' }, queuedAt: QUEUED_AT })
  return factsOf({ now, item, rows: [row('case', 'c', { dueAt })] })
}

function clockOf(condition: Condition): RuleClock {
  const clock = compileClock([condition], scope)
  if (clock === null) throw new Error('The condition does not change with time.')
  return clock
}

/** Every instant at which the verdict changes within two hours, by asking at each one that the clock names. */
function changes(condition: Condition, dueAt: string | null = null): readonly number[] {
  const clock = clockOf(condition)
  const { test: holds } = compileCondition(condition, scope)
  const found: number[] = []
  let now = QUEUED_AT
  for (let asked = 0; asked < 20 && now < QUEUED_AT + 120 * MINUTE; asked += 1) {
    const next = clock.nextChange(factsAt(now, dueAt))
    if (next > QUEUED_AT + 120 * MINUTE) break
    if (holds(factsAt(next, dueAt)) !== holds(factsAt(next - 1, dueAt))) found.push(next - QUEUED_AT)
    now = next
  }
  return found
}

test('a limit is reached at its instant and exceeded a millisecond later', () => {
  expect(changes({ path: 'item.waiting', op: 'ge', value: '5m' })).toEqual([5 * MINUTE])
  expect(changes({ path: 'item.waiting', op: 'gt', value: '5m' })).toEqual([5 * MINUTE + 1])
  expect(changes({ path: 'item.waiting', op: 'eq', value: '5m' })).toEqual([5 * MINUTE, 5 * MINUTE + 1])
})

test('a date comes near and passes', () => {
  const dueAt = formatInstant(QUEUED_AT + 30 * MINUTE)
  expect(changes({ path: 'item.record.dueAt', op: 'within', value: '10m' }, dueAt)).toEqual([
    20 * MINUTE,
    40 * MINUTE + 1,
  ])
  expect(changes({ not: { path: 'item.record.dueAt', op: 'olderThan', value: '10m' } }, dueAt)).toEqual([
    40 * MINUTE + 1,
  ])
  expect(changes({ path: 'item.record.dueAt', op: 'within', value: '10m' }, null)).toEqual([])
})

test('every part of a condition is followed', () => {
  const either: Condition = {
    any: [
      {
        all: [
          { path: 'item.waiting', op: 'gt', value: '1m' },
          { path: 'item.waiting', op: 'lt', value: '2m' },
        ],
      },
      { path: 'item.waiting', op: 'ge', value: '1h' },
    ],
  }
  expect(changes(either)).toEqual([MINUTE + 1, 2 * MINUTE, 60 * MINUTE])
})

test('conditions that time does not change have no clock, working hours included', () => {
  expect(compileClock([{ path: 'item.priorityScore', op: 'gt', value: 1 }], scope)).toBeNull()
  expect(compileClock([{ path: 'representative', op: 'isWorking' }], scope)).toBeNull()
})

test('dates of representatives are followed in steps of a minute', () => {
  const clock = clockOf({ path: 'representative.joinedAt', op: 'olderThan', value: '30d' })
  expect(clock.timeOf(QUEUED_AT + 59_999)).toBe(QUEUED_AT)
  expect(clock.nextChange(factsAt(QUEUED_AT + 59_999))).toBe(QUEUED_AT + MINUTE)
})
