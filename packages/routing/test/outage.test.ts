import { expect, test } from 'vitest'
import { calendars, desk } from './desk.fixture.ts'
import { MINUTE, SECOND, START, startTestRouter } from './router-under-test.fixture.ts'

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

test('a shift that ended while the server was down and nothing happened is over', () => {
  const [first = { name: 'Chats', type: 'messaging' } as const] = desk.queues ?? []
  const onShift = {
    ...desk,
    representatives: [{ name: 'ana', workingHours: 'Shift' }],
    queues: [{ ...first, members: ['ana'], respectWorkingHours: true }],
  }
  const router = startTestRouter(onShift, { ...calendars, hours: { Shift: [[START, START + 10 * MINUTE]] } })
  router.do({ type: 'signIn', representative: 'ana' })
  router.recover()
  router.wait(30 * MINUTE)
  router.do({ type: 'resume', stoppedAt: router.now() - MINUTE })
  router.startConversation('chat-1', 'Chat')
  expect(router.holder('chat-1')).toBeNull()
  expect(router.events('workItem.notAssigned')).toMatchObject([{ reasons: { notWorking: 1 } }])
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
      message: null,
      rows: [],
    }),
  ).toBe('routingOff')
  router.do({ type: 'setRouting', enabled: true })
  expect(router.holder('chat-1')).toBe('ana')
})

const newChat = {
  type: 'startConversation',
  workItem: 'chat-9',
  workstream: 'Chat',
  customer: null,
  context: {},
  message: null,
  rows: [],
} as const

test('switched off to drain, what is open is given out to the end and nothing new is taken', () => {
  const router = startTestRouter(desk)
  router.startConversation('chat-1', 'Chat')
  router.do({ type: 'setRouting', enabled: false, openWork: 'drain' })
  router.recover()
  router.do({ type: 'signIn', representative: 'ana' })
  expect(router.holder('chat-1')).toBe('ana')
  expect(router.try(newChat)).toBe('routingOff')
})

test('switched off to return, offers go back uncounted, accepted work stays, and nobody is offered anything', () => {
  const router = startTestRouter(desk)
  router.do({ type: 'signIn', representative: 'ana' })
  router.startConversation('chat-1', 'Chat')
  router.do({ type: 'accept', workItem: 'chat-1', representative: 'ana' })
  router.startConversation('chat-2', 'Chat')
  expect(router.holder('chat-2')).toBe('ana')
  router.do({ type: 'setRouting', enabled: false, openWork: 'return' })
  expect(router.item('chat-2')).toMatchObject({ state: 'Open', session: null, declines: {} })
  expect(router.item('chat-1')).toMatchObject({ state: 'Active', session: { representative: 'ana' } })
  router.recover()
  router.do({ type: 'setRouting', enabled: true })
  expect(router.holder('chat-2')).toBe('ana')
})

test('what drains can still be returned', () => {
  const router = startTestRouter(desk)
  router.do({ type: 'signIn', representative: 'ana' })
  router.startConversation('chat-1', 'Chat')
  router.do({ type: 'setRouting', enabled: false, openWork: 'drain' })
  expect(router.holder('chat-1')).toBe('ana')
  router.do({ type: 'setRouting', enabled: false, openWork: 'return' })
  router.wait(10 * MINUTE)
  expect(router.item('chat-1')).toMatchObject({ state: 'Open', session: null })
})
