import { expect, test } from 'vitest'
import type { Configuration } from '../src/configuration/document.ts'
import { HOUR, startTestRouter, type TestRouter } from './router-under-test.fixture.ts'

const WEEK = 7 * 24 * HOUR

function desk(recency: string): Configuration {
  return {
    version: 1,
    representatives: [{ name: 'ada' }, { name: 'bo' }],
    queues: [{ name: 'Loans', type: 'messaging', members: ['ada', 'bo'], assignment: { method: 'roundRobin' } }],
    workstreams: [
      {
        name: 'Chat',
        type: 'messaging',
        channel: 'liveChat',
        fallbackQueue: 'Loans',
        wrapUp: 'dontBlock',
        offer: { autoAssign: true },
      },
    ],
    playbooks: [
      { name: 'Known', kind: 'expert', queues: 'all', branches: [], otherwise: { order: ['previous'], recency } },
    ],
  }
}

function serve(router: TestRouter, id: string, customer: string): string | null {
  router.startConversation(id, 'Chat', customer)
  const holder = router.holder(id)
  router.do({ type: 'endConversation', workItem: id, representative: null })
  router.do({ type: 'closeSession', workItem: id, representative: null })
  return holder
}

function twoAtWork(recency: string): TestRouter {
  const router = startTestRouter(desk(recency))
  router.do({ type: 'signIn', representative: 'ada' })
  router.do({ type: 'signIn', representative: 'bo' })
  return router
}

test('a router built again knows who served a customer last', () => {
  const router = twoAtWork('7d')
  expect(serve(router, 'first', 'ines')).toBe('ada')
  router.pass(HOUR)
  router.recover()
  expect(serve(router, 'second', 'ines')).toBe('ada')
  expect(router.events('workItem.assigned', 'second')[0]?.mode).toBe('expert')
})

test('a service counts to the end of the recency, and is forgotten after it', () => {
  const router = twoAtWork('7d')
  expect(serve(router, 'first', 'ines')).toBe('ada')
  router.pass(WEEK)
  expect(serve(router, 'in-time', 'ines')).toBe('ada')
  router.pass(WEEK + 1)
  expect(serve(router, 'too-late', 'ines')).toBe('bo')
})

test('the memory holds the customers of the longest recency, nobody else', () => {
  const router = twoAtWork('1d')
  const remembered = () => router.state().memory.filter(({ key }) => key.startsWith('served:')).length
  for (const customer of ['ines', 'otto', 'uma']) serve(router, customer, customer)
  expect(remembered()).toBe(3)
  router.pass(WEEK)
  serve(router, 'late', 'vera')
  expect(remembered()).toBe(1)
})

test('without a playbook that asks, nothing is remembered', () => {
  const router = startTestRouter({ ...desk('1d'), playbooks: [] })
  router.do({ type: 'signIn', representative: 'ada' })
  serve(router, 'first', 'ines')
  expect(router.state().memory.filter(({ key }) => key.startsWith('served:'))).toEqual([])
})
