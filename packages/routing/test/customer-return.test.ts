import { expect, test } from 'vitest'
import { desk } from './desk.fixture.ts'
import { MINUTE, SECOND, startTestRouter, type TestRouter } from './router-under-test.fixture.ts'

function lostChat(limit: { readonly returnWithinMs?: number }): TestRouter {
  const router = startTestRouter(desk)
  router.startConversation('chat-1', 'Chat')
  router.do({ type: 'customerDisconnects', workItem: 'chat-1', ...limit })
  return router
}

test.each([
  ['three minutes', {}, 3 * MINUTE],
  ['as long as the command says', { returnWithinMs: 10 * MINUTE }, 10 * MINUTE],
])('a customer who is gone still counts as there for %s', (_, limit, ms) => {
  const router = lostChat(limit)
  router.pass(ms - SECOND)
  expect(router.item('chat-1')?.state).toBe('Open')
  router.pass(SECOND)
  expect(router.closedItem('chat-1')?.closureReason).toBe('CustomerDisconnect')
})

test('who comes back within the limit goes on, and has all of it again the next time', () => {
  const router = lostChat({ returnWithinMs: 10 * MINUTE })
  router.pass(9 * MINUTE)
  router.do({ type: 'customerReturns', workItem: 'chat-1' })
  router.do({ type: 'customerDisconnects', workItem: 'chat-1', returnWithinMs: 10 * MINUTE })
  router.recover()
  router.pass(9 * MINUTE)
  expect(router.item('chat-1')?.state).toBe('Open')
})
