import { QueryClient } from '@tanstack/react-query'
import type { MessageView } from '@unified-routing/contract'
import { expect, test } from 'vitest'
import { addMessage, applyReceipt } from './message-cache.ts'
import { messagesQuery } from './queries.ts'

const message = (number: number, delivery: MessageView['delivery'] = null): MessageView => ({
  id: `m${number}`,
  from: delivery === null ? 'customer' : 'representative',
  author: null,
  kind: 'message',
  text: 'Hello',
  attachments: [],
  at: '2026-06-01T12:00:00.000Z',
  number,
  delivery,
})

function cacheWith(...messages: MessageView[]) {
  const queryClient = new QueryClient()
  const { queryKey } = messagesQuery('chat')
  queryClient.setQueryData(queryKey, messages)
  return { queryClient, messages: () => queryClient.getQueryData(queryKey) ?? [], queryKey }
}

test('a message is added once, and those before stay the very same', () => {
  const first = message(1)
  const cache = cacheWith(first)
  addMessage(cache.queryClient, 'chat', message(2))
  addMessage(cache.queryClient, 'chat', message(2))
  expect(cache.messages().map(({ number }) => number)).toEqual([1, 2])
  expect(cache.messages()[0]).toBe(first)
})

test('a gap has the conversation read again', () => {
  const cache = cacheWith(message(1))
  addMessage(cache.queryClient, 'chat', message(3))
  expect(cache.queryClient.getQueryState(cache.queryKey)?.isInvalidated).toBe(true)
})

test('a conversation that nobody has opened is left alone', () => {
  const cache = cacheWith(message(1))
  addMessage(cache.queryClient, 'other', message(1))
  expect(cache.queryClient.getQueryData(messagesQuery('other').queryKey)).toBeUndefined()
})

test('receipts move messages to the customer on, never back', () => {
  const said = message(1)
  const cache = cacheWith(said, message(2, 'sent'), message(3, 'sent'), message(4, 'sent'))
  applyReceipt(cache.queryClient, { type: 'receipt', workItem: 'chat', delivered: 3, read: 2 })
  expect(cache.messages().map(({ delivery }) => delivery)).toEqual([null, 'read', 'delivered', 'sent'])
  expect(cache.messages()[0]).toBe(said)
  applyReceipt(cache.queryClient, { type: 'receipt', workItem: 'chat', delivered: 1, read: 1 })
  expect(cache.messages().map(({ delivery }) => delivery)).toEqual([null, 'read', 'delivered', 'sent'])
})
