import { expect, test } from 'vitest'
import type { Configuration } from '../src/configuration/document.ts'
import { desk } from './desk.fixture.ts'
import { startTestRouter } from './router-under-test.fixture.ts'

const [chats, second] = desk.queues ?? []
const rules = [
  { name: 'Known', when: { path: 'item.customer', op: 'hasData' } },
  { name: 'Anybody', when: { path: 'item.customer', op: 'noData' } },
] as const
const prioritized: Configuration = {
  ...desk,
  queues: [
    { ...chats, name: 'Chats', type: 'messaging', assignment: { method: 'roundRobin', prioritization: [...rules] } },
    ...(second === undefined ? [] : [second]),
  ],
}

test('an item that comes to a queue says which prioritization rule takes it', () => {
  const router = startTestRouter(prioritized)
  router.startConversation('chat-1', 'Chat')
  router.do({ type: 'transferToQueue', workItem: 'chat-1', queue: 'Second line' })
  router.do({ type: 'transferToQueue', workItem: 'chat-1', queue: 'Chats' })
  expect(router.events('workItem.queued', 'chat-1').map(({ queue, rule }) => [queue, rule])).toEqual([
    ['Chats', 'Anybody'],
    ['Second line', undefined],
    ['Chats', 'Anybody'],
  ])
})
