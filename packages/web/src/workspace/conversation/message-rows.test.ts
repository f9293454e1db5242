import type { MessageView } from '@unified-routing/contract'
import { expect, test } from 'vitest'
import { messageRows } from './message-rows.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 5, 1, 12, minute)).toISOString()
const message = (number: number, change: Partial<MessageView>): MessageView => ({
  id: `m${number}`,
  from: 'customer',
  author: null,
  kind: 'message',
  text: 'Hello',
  attachments: [],
  at: at(0),
  number,
  delivery: null,
  ...change,
})

test('what one side says in one go stands under one name', () => {
  const rows = messageRows([
    message(1, {}),
    message(2, { at: at(2) }),
    message(3, { at: at(9) }),
    message(4, { at: at(9), from: 'representative', author: 'ana' }),
    message(5, { at: at(9), from: 'representative', author: 'ben' }),
    message(6, { at: at(9), from: 'representative', author: 'ben', kind: 'note' }),
  ])
  expect(rows.map(({ startsGroup }) => startsGroup)).toEqual([true, false, true, true, true, true])
  expect(rows.map(({ startsDay }) => startsDay)).toEqual([true, false, false, false, false, false])
})

test('a day begins with its date', () => {
  const rows = messageRows([message(1, {}), message(2, { at: at(60 * 36) })])
  expect(rows.map(({ startsDay }) => startsDay)).toEqual([true, true])
})
