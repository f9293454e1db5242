import { expect, test } from 'vitest'
import { desk } from './desk.fixture.ts'
import { MINUTE, SECOND, startTestRouter } from './router-under-test.fixture.ts'

test('a stop of the server takes offers back, uncounted, and makes them again', () => {
  const router = startTestRouter(desk)
  router.do({ type: 'signIn', representative: 'ana' })
  router.startConversation('chat-1', 'Chat')
  const stoppedAt = router.now()
  router.recover()
  router.wait(10 * MINUTE)
  router.do({ type: 'resume', stoppedAt })
  expect(router.item('chat-1')).toMatchObject({
    declines: {},
    session: { representative: 'ana', offeredAt: router.now(), offerExpiresAt: router.now() + 120 * SECOND },
  })
})

test('while routing is off nothing is offered; switched on, what waits is', () => {
  const router = startTestRouter(desk)
  router.startConversation('chat-1', 'Chat')
  router.do({ type: 'setRouting', enabled: false })
  router.do({ type: 'signIn', representative: 'ana' })
  expect(router.holder('chat-1')).toBeNull()
  router.recover()
  expect(
    router.try({
      type: 'startConversation',
      workItem: 'chat-2',
      workstream: 'Chat',
      customer: null,
      context: {},
      rows: [],
    }),
  ).toBe('routingOff')
  router.do({ type: 'setRouting', enabled: true })
  expect(router.holder('chat-1')).toBe('ana')
})
