import { expect, test } from 'vitest'
import { withChat } from './desk.fixture.ts'
import { startTestRouter } from './router-under-test.fixture.ts'

/** Ana may have one session, and is offered two conversations. */
function atTheLimit(allowedPresences: readonly ('Available' | 'Busy' | 'Busy - DND')[]) {
  const configuration = withChat({ capacity: { units: 20 }, allowedPresences: [...allowedPresences] })
  const router = startTestRouter({ ...configuration, organization: { sessionLimit: 1 } })
  router.do({ type: 'signIn', representative: 'ana' })
  for (const id of ['chat-1', 'chat-2']) router.startConversation(id, 'Chat')
  router.do({ type: 'accept', workItem: 'chat-1', representative: 'ana' })
  return router
}

test('who reaches the limit of sessions loses the other offers, which count as no decline', () => {
  const router = atTheLimit(['Available', 'Busy'])
  expect(router.events('workItem.offerWithdrawn', 'chat-2')).toMatchObject([{ reason: 'MaximumSessionsReached' }])
  expect(router.item('chat-2')).toMatchObject({ state: 'Open', session: null, declines: {} })
  expect(router.representative('ana')).toMatchObject({ presence: 'Busy - DND', items: ['chat-1'] })
  router.do({ type: 'endConversation', workItem: 'chat-1', representative: 'ana' })
  expect(router.item('chat-2')?.session).toMatchObject({ representative: 'ana', acceptedAt: null })
})

test('offers stand where the workstream gives work to those who are Busy - DND', () => {
  const router = atTheLimit(['Available', 'Busy', 'Busy - DND'])
  expect(router.item('chat-2')?.session).toMatchObject({ representative: 'ana', acceptedAt: null })
})
