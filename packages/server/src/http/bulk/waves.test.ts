import { expect, test } from 'vitest'
import { bulkHandlers } from './bulk-handlers.ts'
import type { ReadItem } from './read-item.ts'
import { wavesOf } from './waves.ts'

function item(id: ReadItem['id'], path: unknown, body: unknown = {}): ReadItem {
  return { id, bound: bulkHandlers[id], path, body, ifMatch: null }
}

test('operations that have nothing to do with each other are one wave', () => {
  const items = ['a', 'b', 'c'].map((id) => item('acceptWorkItem', { id }))
  expect(wavesOf(items)).toEqual([[0, 1, 2]])
})

test('what names something that an earlier operation changes comes after it, and messages come together', () => {
  const say = item('sendMessage', { id: 'a' }, { from: 'customer', text: 'b' })
  const items = [
    item('startConversation', {}, { id: 'a', workstream: 'Chats' }),
    say,
    null,
    item('acceptWorkItem', { id: 'b' }),
    say,
    item('endWorkItem', { id: 'a' }),
    item('createRow', { table: 'contact' }, { id: 'c', values: {} }),
    item('startConversation', {}, { id: 'd', customer: 'c' }),
  ]
  expect(wavesOf(items)).toEqual([
    [0, 2, 3, 6],
    [1, 4, 5, 7],
  ])
})
