import type { RoutingEvent } from '@unified-routing/routing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eventsIn, type JournalRow, journalRows, type SelectedJournalRow } from './journal-rows.ts'
import { testEvent } from './test-store.fixture.ts'

test('events come back as they were, whatever they share', () => {
  const name = fc.constantFrom(null, 'a', 'b')
  const event = fc.record({
    instant: fc.constantFrom(0, 0, 0, 1),
    gap: fc.constantFrom(0, 0, 0, 0, 2),
    workItem: name,
    queue: name,
    representative: name,
    actor: fc.record({ kind: fc.constantFrom('system' as const, 'representative' as const), name }),
    length: fc.constantFrom(1, 1, 500, 3_000),
  })
  const journal = fc.array(event, { maxLength: 300 }).map((drafts) => {
    let sequence = 10
    let at = 0
    return drafts.map(({ instant, gap, length, ...parts }): RoutingEvent => {
      sequence += 1 + gap
      at += instant
      return { type: 'representative.dayReset', profiles: ['"é'.repeat(length)], sequence, at, ...parts }
    })
  })
  fc.assert(
    fc.property(journal, (events) => {
      expect(journalRows(events).map(selected).flatMap(eventsIn)).toEqual(events)
    }),
  )
})

describe('a row', () => {
  test('holds the events of one work item at one instant, with those before it that belong to none', () => {
    const events = [of(1, null), of(2, 'one'), of(3, 'one'), of(4, null), of(5, 'one'), of(6, null), of(7, 'two')]
    expect(rowsOf(events)).toEqual([
      ['one', [1, 2, 3, 4, 5]],
      ['two', [6, 7]],
    ])
  })

  test('of a work item ends with an event of its own, since its sequence says what came last about it', () => {
    expect(rowsOf([of(1, 'one'), of(2, null), of(3, null)])).toEqual([
      ['one', [1]],
      [null, [2, 3]],
    ])
  })

  test('ends where time goes on, where a number is left out, and where it becomes long', () => {
    expect(rowsOf([of(1, 'one'), of(2, 'one', 5), of(4, 'one', 5)])).toHaveLength(3)
    const many = Array.from({ length: 250 }, (_, index) => of(index + 1, index < 120 ? null : 'one'))
    expect(rowsOf(many).map(([, sequences]) => sequences.length)).toEqual([111, 111, 28])
  })
})

function of(sequence: number, workItem: string | null, at = 0): RoutingEvent {
  return { ...testEvent(sequence, workItem), at }
}

function rowsOf(events: readonly RoutingEvent[]) {
  return journalRows(events).map(
    (row) => [row.last.workItem, eventsIn(selected(row)).map((it) => it.sequence)] as const,
  )
}

/** As PostgreSQL gives it back. */
function selected({ last, data }: JournalRow): SelectedJournalRow {
  return {
    sequence: last.sequence,
    at: last.at,
    actor_kind: last.actor.kind,
    actor_name: last.actor.name,
    work_item_id: last.workItem,
    queue: last.queue,
    representative: last.representative,
    data: JSON.parse(data),
  }
}
