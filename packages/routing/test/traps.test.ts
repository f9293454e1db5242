import { describe, expect, test } from 'vitest'
import type { Configuration } from '../src/configuration/document.ts'
import { calendars, configured, desk, withChat } from './desk.fixture.ts'
import { HOUR, MINUTE, SECOND, START, startTestRouter } from './router-under-test.fixture.ts'

/** Traps that other routing products fell into, by their numbers in the list that the product is held to. */

describe('trap 1: a declined or lapsed offer', () => {
  test('goes to somebody else at once, and at once again to whoever is alone, up to the limit', () => {
    const router = startTestRouter(desk)
    router.do({ type: 'signIn', representative: 'ana' })
    router.do({ type: 'signIn', representative: 'ben' })
    router.startConversation('chat-1', 'Chat')
    router.do({ type: 'reject', workItem: 'chat-1', representative: 'ana' })
    expect(router.holder('chat-1')).toBe('ben')
    router.do({ type: 'signOut', representative: 'ana' })
    router.pass(120 * SECOND)
    expect(router.path('chat-1')).toEqual(['ana', 'ben', 'ben'])
    router.pass(240 * SECOND)
    expect(router.holder('chat-1')).toBeNull()
    expect(router.router().explain('chat-1', 'ben')?.reasons).toEqual(['declineLimitReached'])
  })
})

describe('trap 2: work flows as soon as somebody becomes able, by', () => {
  const waiting = (configuration: Configuration) => {
    const router = startTestRouter(configuration)
    router.do({ type: 'signIn', representative: 'ana' })
    router.startConversation('chat-1', 'Chat')
    expect(router.holder('chat-1')).toBeNull()
    return router
  }
  const needsFrench = withChat({
    skillMatching: 'exact',
    classification: [
      { name: 'Skills', rules: [{ name: 'All', when: { all: [] }, set: { skills: { French: null } } }] },
    ],
  })

  test('presence', () => {
    const router = startTestRouter(desk)
    router.do({ type: 'signIn', representative: 'ana', presence: 'Away' })
    router.startConversation('chat-1', 'Chat')
    expect(router.holder('chat-1')).toBeNull()
    router.do({ type: 'setPresence', representative: 'ana', presence: 'Available' })
    expect(router.holder('chat-1')).toBe('ana')
  })

  test('a skill', () => {
    const router = waiting(needsFrench)
    const representatives = [{ name: 'ana', skills: { French: null } }, { name: 'ben' }]
    router.do(configured({ ...needsFrench, representatives }))
    expect(router.holder('chat-1')).toBe('ana')
  })

  test('what the item requires', () => {
    const router = waiting(needsFrench)
    router.do({ type: 'setItemSkills', workItem: 'chat-1', skills: {} })
    expect(router.holder('chat-1')).toBe('ana')
  })

  test('units', () => {
    const poor = { ...desk, representatives: [{ name: 'ana', units: 40 }, { name: 'ben' }] }
    const router = waiting(poor)
    router.do(configured(desk))
    expect(router.holder('chat-1')).toBe('ana')
  })

  test('a capacity profile', () => {
    const profiled = withChat({ capacity: { profiles: ['one at a time'] } })
    const router = waiting(profiled)
    const representatives = [{ name: 'ana', capacityProfiles: { 'one at a time': null } }, { name: 'ben' }]
    router.do(configured({ ...profiled, representatives }))
    expect(router.holder('chat-1')).toBe('ana')
  })

  test('queue membership', () => {
    const [chats = { name: 'Chats', type: 'messaging' }, second = chats] = desk.queues ?? []
    const router = waiting({ ...desk, queues: [{ ...chats, members: ['ben'] }, second] })
    router.do(configured(desk))
    expect(router.holder('chat-1')).toBe('ana')
  })

  test('the beginning of working hours', () => {
    const [chats = { name: 'Chats', type: 'messaging' }, second = chats] = desk.queues ?? []
    const shift = {
      ...desk,
      representatives: [{ name: 'ana', workingHours: 'Late' }, { name: 'ben' }],
      queues: [{ ...chats, respectWorkingHours: true }, second],
    }
    const late = { ...calendars, hours: { Late: [[START + HOUR, START + 9 * HOUR]] as const } }
    const router = startTestRouter(shift, late)
    router.do({ type: 'signIn', representative: 'ana' })
    router.startConversation('chat-1', 'Chat')
    expect(router.router().explain('chat-1', 'ana')?.reasons).toEqual(['notWorking'])
    router.pass(19 * MINUTE)
    router.do({ type: 'customerMessage', workItem: 'chat-1', message: 'message-1' })
    router.pass(19 * MINUTE)
    router.do({ type: 'customerMessage', workItem: 'chat-1', message: 'message-1' })
    router.pass(19 * MINUTE)
    router.do({ type: 'customerMessage', workItem: 'chat-1', message: 'message-1' })
    router.pass(3 * MINUTE)
    expect(router.events('workItem.offered', 'chat-1').map(({ at }) => at)).toEqual([START + HOUR])
  })
})

test('trap 4: a returning customer whose representative is gone is served by somebody else', () => {
  const router = startTestRouter(desk)
  router.do({ type: 'signIn', representative: 'ana' })
  router.startConversation('text-1', 'Text')
  router.do({ type: 'closeSession', workItem: 'text-1', representative: 'ana' })
  expect(router.item('text-1')?.state).toBe('Waiting')
  router.do({ type: 'signOut', representative: 'ana' })
  router.do({ type: 'signIn', representative: 'ben' })
  router.do({ type: 'customerMessage', workItem: 'text-1', message: 'message-1' })
  expect(router.holder('text-1')).toBe('ben')
})

test('trap 6: an acceptance in the millisecond of the time-out finds the offer lapsed', () => {
  const router = startTestRouter({ ...desk, organization: { declineLimit: 1 } })
  router.do({ type: 'signIn', representative: 'ana' })
  router.startConversation('chat-1', 'Chat')
  router.pass(120 * SECOND - 1)
  expect(router.holder('chat-1')).toBe('ana')
  router.pass(1)
  expect(router.try({ type: 'accept', workItem: 'chat-1', representative: 'ana' })).toBe('wrongState')
  expect(router.events('workItem.declined', 'chat-1')).toHaveLength(1)
})

test('trap 7: when a connection does not come back, offers and chats go to others', () => {
  const router = startTestRouter(desk)
  router.do({ type: 'signIn', representative: 'ana' })
  router.startConversation('chat-1', 'Chat')
  router.do({ type: 'accept', workItem: 'chat-1', representative: 'ana' })
  router.do({ type: 'signIn', representative: 'ben' })
  router.do({ type: 'disconnect', representative: 'ana' })
  router.pass(149 * SECOND)
  expect(router.holder('chat-1')).toBe('ana')
  router.pass(SECOND)
  expect(router.holder('chat-1')).toBe('ben')
  expect(router.item('chat-1')?.declines).toEqual({})
})

test('trap 10: an item of a queue that is gone goes to the fallback queue; what a removed person had goes back', () => {
  const router = startTestRouter(desk)
  router.do({ type: 'signIn', representative: 'ana' })
  router.startConversation('chat-1', 'Chat')
  router.do({ type: 'accept', workItem: 'chat-1', representative: 'ana' })
  router.startConversation('chat-2', 'Chat')
  router.startConversation('chat-3', 'Chat')
  const queues = (desk.queues ?? []).filter(({ name }) => name !== 'Chats')
  router.do(configured({ ...withChat({ fallbackQueue: 'Second line' }), queues, representatives: [{ name: 'ben' }] }))
  const places = ['chat-1', 'chat-2', 'chat-3'].map((id) => router.item(id))
  expect(places.map((item) => [item?.state, item?.queue, item?.session])).toEqual([
    ['Open', 'Second line', null],
    ['Open', 'Second line', null],
    ['Open', 'Second line', null],
  ])
  router.do({ type: 'signIn', representative: 'ben' })
  expect(router.representative('ben')?.items).toEqual(['chat-1', 'chat-2'])
})

test('trap 11: work of no cost changes no presence, and no capacity means none', () => {
  const router = startTestRouter({
    ...withChat({ capacity: { units: 0 }, offer: { autoAssign: true } }),
    representatives: [{ name: 'ana' }, { name: 'ben', units: 0 }],
  })
  router.do({ type: 'signIn', representative: 'ana' })
  router.startConversation('chat-1', 'Chat')
  expect(router.representative('ana')).toMatchObject({ presence: 'Available', unitsFree: 100, items: ['chat-1'] })
  router.do({ type: 'signOut', representative: 'ana' })
  router.do({ type: 'signIn', representative: 'ben' })
  router.startConversation('text-1', 'Text')
  expect(router.router().explain('text-1', 'ben')?.reasons).toContain('insufficientUnits')
})

test('trap 15: a long chat is not ended by the age of its item', () => {
  const router = startTestRouter(desk)
  router.do({ type: 'signIn', representative: 'ana' })
  router.startConversation('chat-1', 'Chat')
  router.do({ type: 'accept', workItem: 'chat-1', representative: 'ana' })
  router.pass(20 * HOUR)
  expect(router.item('chat-1')?.state).toBe('Active')
})

test('trap 18: a supervisor may go beyond capacity; it is labelled and nothing else breaks', () => {
  const router = startTestRouter(desk)
  router.do({ type: 'signIn', representative: 'ana', presence: 'Away' })
  for (const id of ['chat-1', 'chat-2', 'chat-3']) {
    router.startConversation(id, 'Chat')
    router.do({ type: 'assignToRepresentative', workItem: id, representative: 'ana' })
  }
  expect(router.representative('ana')).toMatchObject({ unitsFree: -50, presence: 'Away' })
  expect(router.events('workItem.assigned').map(({ mode }) => mode)).toEqual(['hand', 'hand', 'hand'])
})

test('trap 19: who comes first in the morning receives no more of the backlog than they can take', () => {
  const router = startTestRouter(desk)
  for (let n = 1; n <= 40; n += 1) router.startConversation(`text-${n}`, 'Text')
  router.do({ type: 'signIn', representative: 'ana' })
  expect(router.representative('ana')).toMatchObject({ unitsFree: 0, items: ['text-1', 'text-2'] })
})

describe('trap 20: one defined result for', () => {
  const accepted = () => {
    const router = startTestRouter(desk)
    router.do({ type: 'signIn', representative: 'ana' })
    router.startConversation('chat-1', 'Chat')
    router.do({ type: 'accept', workItem: 'chat-1', representative: 'ana' })
    return router
  }

  test('a change of presence during an offer: the offer stands', () => {
    const router = startTestRouter(desk)
    router.do({ type: 'signIn', representative: 'ana' })
    router.startConversation('chat-1', 'Chat')
    router.do({ type: 'setPresence', representative: 'ana', presence: 'Away' })
    router.do({ type: 'accept', workItem: 'chat-1', representative: 'ana' })
    expect(router.representative('ana')?.presence).toBe('Away')
  })

  test('a transfer to oneself: refused', () => {
    const transfer = { type: 'transferToRepresentative', workItem: 'chat-1', representative: 'ana' } as const
    expect(accepted().try(transfer)).toBe('sameRepresentative')
  })

  test('a customer who leaves during a transfer: the offer is taken back, the first representative wraps up', () => {
    const router = accepted()
    router.do({ type: 'signIn', representative: 'ben' })
    router.do({ type: 'transferToRepresentative', workItem: 'chat-1', representative: 'ben' })
    expect(router.representative('ben')?.unitsFree).toBe(50)
    router.do({ type: 'customerLeaves', workItem: 'chat-1' })
    expect(router.item('chat-1')).toMatchObject({ state: 'Wrap-up', session: { representative: 'ana' } })
    expect(router.representative('ben')).toMatchObject({ unitsFree: 100, items: [] })
  })

  test('ending twice: refused', () => {
    const router = accepted()
    router.do({ type: 'endConversation', workItem: 'chat-1', representative: 'ana' })
    expect(router.try({ type: 'endConversation', workItem: 'chat-1', representative: 'ana' })).toBe('wrongState')
    router.do({ type: 'closeSession', workItem: 'chat-1', representative: 'ana' })
    expect(router.try({ type: 'closeSession', workItem: 'chat-1', representative: 'ana' })).toBe('unknownWorkItem')
  })
})
