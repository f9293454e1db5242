import { expect, test } from 'vitest'
import { desk } from './desk.fixture.ts'
import { startTestRouter } from './router-under-test.fixture.ts'

const sue = { kind: 'supervisor', name: 'sue' } as const

test('a presence tells whose hand set it, also after a lost connection has come back', () => {
  const router = startTestRouter(desk)
  router.do({ type: 'signIn', representative: 'ana' })
  expect(router.representative('ana')).toMatchObject({ presenceSetBy: 'system', presenceSetter: null })
  router.do({ type: 'setPresence', representative: 'ana', presence: 'Away', actor: sue })
  router.do({ type: 'disconnect', representative: 'ana' })
  router.do({ type: 'reconnect', representative: 'ana' })
  expect(router.representative('ana')).toMatchObject({ presence: 'Away', presenceSetter: 'sue' })
  router.do({ type: 'resetPresence', representative: 'ana' })
  expect(router.representative('ana')).toMatchObject({ presenceSetBy: 'system', presenceSetter: null })
})
