import { expect, test } from 'vitest'
import type { Configuration } from '../src/configuration/document.ts'
import { createRouter } from '../src/create-router.ts'
import { startTestRouter } from './router-under-test.fixture.ts'

const configuration: Configuration = {
  version: 1,
  skillTypes: ['Language'],
  skills: [{ name: 'French', type: 'Language' }],
  representatives: [
    { name: 'ana', skills: { French: null } },
    { name: 'ben', units: 200 },
  ],
  queues: [
    { name: 'Cases', type: 'record', members: ['ana', 'ben'] },
    { name: 'Chats', type: 'messaging', members: ['ana', 'ben'], assignment: { method: 'roundRobin' } },
  ],
  workstreams: [
    {
      name: 'Case work',
      type: 'record',
      channel: 'record',
      table: 'case',
      capacity: { units: 25 },
      skillMatching: 'exact',
      classification: [
        {
          name: 'Skills',
          rules: [
            {
              name: 'French',
              when: { path: 'item.record.language', op: 'eq', value: 'fr' },
              set: { skills: { French: null } },
            },
          ],
        },
      ],
      routeToQueue: { rules: [{ name: 'All', when: { all: [] }, queue: 'Cases' }] },
    },
    {
      name: 'Chat work',
      type: 'messaging',
      channel: 'liveChat',
      capacity: { units: 50 },
      routeToQueue: { rules: [{ name: 'All', when: { all: [] }, queue: 'Chats' }] },
    },
  ],
  recordTypes: [{ table: 'case', intakeRules: [{ name: 'All', when: { all: [] }, workstream: 'Case work' }] }],
}

test('a case saved and routed is assigned to whoever has the most capacity, or the skill it needs', () => {
  const router = startTestRouter(configuration)
  router.do({ type: 'signIn', representative: 'ana' })
  router.do({ type: 'signIn', representative: 'ben' })
  router.routeRecord('case-1', { language: 'en' })
  router.routeRecord('case-2', { language: 'fr' })
  expect(router.holder('case-1')).toBe('ben')
  expect(router.holder('case-2')).toBe('ana')
  expect(router.representative('ana')).toMatchObject({ unitsFree: 75, presence: 'Busy', items: ['case-2'] })
  const assigned = router.events('workItem.assigned', 'case-2')[0]
  expect(assigned).toMatchObject({
    mode: 'method',
    method: 'highestCapacity',
    because: 'exact match: French; 100 units free',
  })
})

test('a chat is offered, accepted, ended and closed, and its capacity comes back at the close', () => {
  const router = startTestRouter(configuration)
  router.do({ type: 'signIn', representative: 'ana' })
  router.startConversation('chat-1', 'Chat work')
  expect(router.item('chat-1')).toMatchObject({ state: 'Active', session: { representative: 'ana', acceptedAt: null } })
  expect(router.representative('ana')).toMatchObject({ unitsFree: 50, presence: 'Available' })
  router.do({ type: 'accept', workItem: 'chat-1', representative: 'ana' })
  expect(router.representative('ana')).toMatchObject({ unitsFree: 50, presence: 'Busy' })
  router.do({ type: 'endConversation', workItem: 'chat-1', representative: 'ana' })
  expect(router.item('chat-1')).toMatchObject({ state: 'Wrap-up', closureReason: 'AgentEndConversation' })
  router.do({ type: 'closeSession', workItem: 'chat-1', representative: 'ana' })
  expect(router.closedItem('chat-1')).toMatchObject({ state: 'Closed', closureReason: 'AgentEndConversation' })
  expect(router.representative('ana')).toMatchObject({ unitsFree: 100, presence: 'Available', items: [] })
})

test('a router without state knows nobody and nothing', () => {
  const router = createRouter({
    configuration: { version: 1 },
    calendars: { horizon: { from: 0, to: 0 }, hours: {}, midnights: [] },
    configurationVersion: 1,
  })
  expect(router.wakeAt()).toBeNull()
  expect([...router.openWorkItems()]).toEqual([])
})
