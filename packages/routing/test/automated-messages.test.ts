import { expect, test } from 'vitest'
import type { Announcement } from '../src/command.ts'
import { desk } from './desk.fixture.ts'
import { MINUTE, SECOND, startTestRouter, type TestCommand, type TestRouter } from './router-under-test.fixture.ts'

/** A router that says something at every moment, and what it said. */
function talkative(configuration = desk): { readonly router: TestRouter; readonly said: string[] } {
  const said: string[] = []
  const say = ({ moment, item, representative, number }: Announcement) => {
    said.push(representative === null ? moment : `${moment} ${representative}`)
    return { message: `${item.id}-${number}`, kind: 'message' } as const
  }
  const router = startTestRouter(configuration, undefined, say)
  for (const representative of ['ana', 'ben']) router.do({ type: 'signIn', representative })
  return { router, said }
}

function answer(router: TestRouter, type: 'accept' | 'reject'): string {
  const representative = router.holder('one') ?? 'nobody'
  router.do({ type, workItem: 'one', representative })
  return representative
}

test('each message has its place in the one sequence, before the end that it tells of', () => {
  const { router } = talkative()
  router.startConversation('one', 'Chat')
  const holder = answer(router, 'accept')
  router.do({ type: 'endConversation', workItem: 'one', representative: holder })
  const told = router.journal().filter(({ workItem }) => workItem === 'one')
  const numbers = told.flatMap((event) => (event.type === 'workItem.messageAdded' ? [event.number] : []))
  expect(numbers).toEqual([1, 2, 3])
  expect(router.item('one')?.messageCount).toBe(3)
  const lastMessage = told.findLastIndex(({ type }) => type === 'workItem.messageAdded')
  const end = told.findLastIndex((event) => event.type === 'workItem.stateChanged' && event.to === 'Wrap-up')
  expect(lastMessage).toBeLessThan(end)
})

test('that somebody is being asked is said once, however many are asked, also over a restart', () => {
  const { router, said } = talkative()
  router.startConversation('one', 'Chat')
  answer(router, 'reject')
  router.recover()
  router.do({ type: 'resume', stoppedAt: router.now() })
  answer(router, 'accept')
  expect(said.map((text) => text.split(' ')[0])).toEqual(['representativeAssigned', 'representativeJoined'])
})

const endings: readonly [string, readonly TestCommand[]][] = [
  ['representativeEnded', [{ type: 'endConversation', workItem: 'one', representative: null }]],
  ['sessionEnded', [{ type: 'closeSession', workItem: 'one', representative: null }]],
  ['customerEnded', [{ type: 'customerLeaves', workItem: 'one' }]],
  ['supervisorEnded', [{ type: 'forceClose', workItem: 'one' }]],
  ['transferredToQueue', [{ type: 'transferToQueue', workItem: 'one', queue: 'Second line' }]],
]
test.each(endings)('%s is said when it happens', (moment, commands) => {
  const { router, said } = talkative()
  router.startConversation('one', 'Chat')
  answer(router, 'accept')
  said.length = 0
  for (const command of commands) router.do(command)
  expect(said[0]?.split(' ')[0]).toBe(moment)
})

test('a customer who does not come back is told of to the representative', () => {
  const { router, said } = talkative()
  router.startConversation('one', 'Chat')
  answer(router, 'accept')
  router.do({ type: 'customerDisconnects', workItem: 'one' })
  router.pass(4 * MINUTE)
  expect(said.at(-1)).toBe('customerDisconnected')
})

test('a representative who is lost, a transfer and a colleague who is added are told of', () => {
  const { router, said } = talkative()
  router.startConversation('one', 'Chat')
  const [first, second] = answer(router, 'accept') === 'ana' ? ['ana', 'ben'] : ['ben', 'ana']
  router.do({ type: 'consult', workItem: 'one', representative: second, takesCapacity: false })
  router.do({ type: 'accept', workItem: 'one', representative: second })
  expect(said).toHaveLength(2)
  router.do({ type: 'addParticipant', workItem: 'one', representative: second })
  router.do({ type: 'leaveConversation', workItem: 'one', representative: second })
  router.do({ type: 'transferToRepresentative', workItem: 'one', representative: second })
  router.do({ type: 'accept', workItem: 'one', representative: second })
  router.do({ type: 'disconnect', representative: second })
  router.pass(10 * MINUTE)
  expect(said.slice(2, 6)).toEqual([
    `participantJoined ${second}`,
    `participantLeft ${second}`,
    `transferAccepted ${second}`,
    `representativeDisconnected ${second}`,
  ])
  expect(first).not.toBe(second)
})

test('where nobody waits at a screen the customer is greeted; a queue that ends its work says why', () => {
  const [chats, ...queues] = desk.queues ?? []
  if (chats === undefined) throw new Error('the desk has no queue')
  const { router, said } = talkative({
    ...desk,
    queues: [
      { ...chats, overflow: { beforeQueue: [{ when: { workItemLimit: 1 }, do: 'endConversation' }] } },
      ...queues,
    ],
  })
  for (const id of ['one', 'two', 'three', 'four']) router.startConversation(id, 'Text')
  router.pass(SECOND)
  expect(said[0]).toBe('greeting')
  for (const id of ['five', 'six']) router.startConversation(id, 'Text')
  expect(said.slice(-2)).toEqual(['greeting', 'overflowEnded'])
})

test('records and calls are silent', () => {
  const { router, said } = talkative()
  router.startWithBot('one', 'Chat')
  expect(said).toEqual([])
})
