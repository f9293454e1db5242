import { expect, test } from 'vitest'
import type { Queue } from '../src/configuration/document.ts'
import { desk } from './desk.fixture.ts'
import { MINUTE, SECOND, startTestRouter, type TestRouter } from './router-under-test.fixture.ts'

const [chats, secondLine] = desk.queues ?? []
const [chat, text] = desk.workstreams ?? []
if (chats === undefined || secondLine === undefined || chat === undefined || text === undefined) throw new Error('desk')

const chatOf = (change: Partial<typeof chat>) => ({ ...desk, workstreams: [{ ...chat, ...change }, text] })
const overflowingAt = (limit: number): Queue => ({
  ...chats,
  overflow: {
    beforeQueue: [{ when: { workItemLimit: limit }, do: { transferToQueue: 'Second line' } }],
  },
})

function withAna(configuration = desk): TestRouter {
  const router = startTestRouter(configuration)
  router.do({ type: 'signIn', representative: 'ana' })
  return router
}

test('a conversation that a bot has is active, in no queue, and nobody is offered it', () => {
  const router = withAna()
  router.startWithBot('one', 'Chat')
  expect(router.item('one')).toMatchObject({ state: 'Active', queue: null, session: null })
  expect(router.router().waitingCount('Chats')).toBe(0)
  expect(router.events('workItem.offered')).toEqual([])
  expect(router.router().explain('one', 'ana')?.reasons).toEqual(['conditionNotMet'])
})

test('escalated, it is offered to people, and its wait begins with that', () => {
  const router = withAna()
  router.startWithBot('one', 'Chat')
  router.pass(5 * MINUTE)
  router.do({ type: 'escalate', workItem: 'one', because: 'The customer asks for a person.' })
  expect(router.holder('one')).toBe('ana')
  expect(router.item('one')).toMatchObject({ queue: 'Chats', waitStartedAt: router.now() })
  expect(router.events('workItem.escalated')).toMatchObject([
    { bot: 'Robo', because: 'The customer asks for a person.' },
  ])
  expect(router.events('workItem.botLeft')).toMatchObject([{ bot: 'Robo', reason: 'BotTransferToAgent' }])
  expect(router.try({ type: 'escalate', workItem: 'one' })).toBe('wrongState')
})

test('rules see what the bot has found out, and skills of before stay', () => {
  const isFrench = { path: 'item.context.language', op: 'eq' as const, value: 'fr' }
  const configuration = chatOf({
    contextVariables: [
      { name: 'language', type: 'text' },
      { name: 'tier', type: 'number' },
    ],
    classification: [
      { name: 'Language', rules: [{ name: 'French', when: isFrench, set: { skills: { French: null } } }] },
    ],
    routeToQueue: {
      rules: [
        { name: 'French', when: isFrench, queue: 'Second line' },
        { name: 'All', when: { all: [] }, queue: 'Chats' },
      ],
    },
  })
  const router = startTestRouter(configuration)
  router.startWithBot('one', 'Chat')
  expect(router.item('one')?.skills).toEqual({})
  router.do({ type: 'escalate', workItem: 'one', context: { language: 'fr', tier: 2 } })
  expect(router.item('one')).toMatchObject({
    state: 'Open',
    queue: 'Second line',
    skills: { French: null },
    context: { language: 'fr', tier: 2 },
  })
})

test('overflow before queueing is looked at when the bot escalates, not before', () => {
  const router = startTestRouter({ ...desk, queues: [overflowingAt(1), secondLine] })
  router.startWithBot('bot first', 'Chat')
  router.startConversation('no bot', 'Chat')
  expect(router.events('workItem.overflowed')).toEqual([])
  router.do({ type: 'escalate', workItem: 'bot first' })
  expect(router.item('bot first')?.queue).toBe('Second line')
  expect(router.events('workItem.overflowed', 'bot first')).toHaveLength(1)
})

test('a bot may end the conversation, and is in nobody’s wrap-up', () => {
  const router = withAna()
  router.startWithBot('one', 'Chat')
  expect(router.try({ type: 'endConversation', workItem: 'one', representative: 'ana' })).toBe('notHeldByYou')
  router.do({ type: 'endConversation', workItem: 'one', representative: null })
  expect(router.closedItem('one')).toMatchObject({ state: 'Closed', closureReason: 'BotEndConversation' })
})

test('whoever leaves a bot is not kept', () => {
  const router = withAna()
  router.startWithBot('one', 'Chat')
  router.do({ type: 'customerLeaves', workItem: 'one' })
  expect(router.closedItem('one')).toMatchObject({ state: 'Closed', closureReason: 'CustomerEndConversation' })
  expect(router.events('workItem.botLeft')).toMatchObject([{ reason: 'CustomerEndConversation' }])
})

test('a customer who is silent for half an hour has left the bot, whatever the bot says', () => {
  const router = withAna()
  router.startWithBot('one', 'Text')
  router.pass(20 * MINUTE)
  router.do({ type: 'customerMessage', workItem: 'one', message: 'm1' })
  router.pass(29 * MINUTE)
  router.do({ type: 'addMessage', workItem: 'one', message: 'm2', from: 'bot', kind: 'message' })
  expect(router.item('one')?.state).toBe('Active')
  router.pass(MINUTE)
  expect(router.closedItem('one')).toMatchObject({ state: 'Closed', closureReason: 'AutoClose' })
})

test('a supervisor takes it from the bot, for a person or a queue', () => {
  const router = withAna()
  router.startWithBot('one', 'Chat')
  router.do({ type: 'assignToRepresentative', workItem: 'one', representative: 'ana' })
  expect(router.holder('one')).toBe('ana')
  router.startWithBot('two', 'Chat')
  router.do({ type: 'assignToQueue', workItem: 'two', queue: 'Second line' })
  expect(router.item('two')).toMatchObject({ state: 'Open', queue: 'Second line' })
  expect(router.events('workItem.botLeft').map(({ reason }) => reason)).toEqual([
    'SupervisorTransferToAgent',
    'SupervisorAssignToQueue',
  ])
})

test('a bot keeps its conversation over a restart and while routing is off', () => {
  const router = withAna()
  router.startWithBot('one', 'Chat')
  router.recover()
  router.do({ type: 'resume', stoppedAt: router.now() })
  router.do({ type: 'setRouting', enabled: false, openWork: 'return' })
  router.do({ type: 'escalate', workItem: 'one' })
  expect(router.item('one')).toMatchObject({ state: 'Open', queue: 'Chats' })
  router.do({ type: 'setRouting', enabled: true })
  router.pass(SECOND)
  expect(router.holder('one')).toBe('ana')
})
