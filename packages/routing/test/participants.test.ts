import { describe, expect, test } from 'vitest'
import type { Configuration } from '../src/configuration/document.ts'
import { participantsOf, versionShown } from '../src/items/stages.ts'
import { desk } from './desk.fixture.ts'
import { SECOND, startTestRouter } from './router-under-test.fixture.ts'

const withCem: Configuration = { ...desk, representatives: [...(desk.representatives ?? []), { name: 'cem' }] }

/** Ana talks with a customer; ben and cem are there. */
function inConversation(configuration = withCem) {
  const router = startTestRouter(configuration)
  for (const representative of ['ana', 'ben', 'cem']) router.do({ type: 'signIn', representative })
  router.startConversation('chat-1', 'Chat')
  router.do({ type: 'accept', workItem: 'chat-1', representative: 'ana' })
  const participants = () => {
    const item = router.item('chat-1')
    return item === null ? [] : participantsOf(item)
  }
  return { ...router, participants }
}

const about = (representative: string) => ({ workItem: 'chat-1', representative }) as const
const ask = (representative: string, takesCapacity = false) =>
  ({ type: 'consult', ...about(representative), takesCapacity }) as const

describe('a consult', () => {
  test('is asked, accepted, and private until the colleague is added', () => {
    const router = inConversation()
    router.do(ask('ben'))
    expect(router.participants()).toMatchObject([{ representative: 'ben', joinedAt: null, access: 'private' }])
    router.do({ type: 'accept', ...about('ben') })
    expect(router.participants()).toMatchObject([{ representative: 'ben', access: 'private', expiresAt: null }])
    router.do({ type: 'addParticipant', ...about('ben') })
    expect(router.participants()).toMatchObject([{ representative: 'ben', access: 'public' }])
    expect(router.holder('chat-1')).toBe('ana')
    expect(router.try({ type: 'addParticipant', ...about('ben') })).toBe('alreadyTakesPart')
  })

  test('that nobody answers in time is over, and counts as no decline', () => {
    const router = inConversation()
    router.do(ask('ben'))
    router.pass(120 * SECOND)
    expect(router.participants()).toEqual([])
    expect(router.events('workItem.participantLeft', 'chat-1')).toMatchObject([{ reason: 'AgentTimeout' }])
    expect(router.item('chat-1')?.declines).toEqual({})
    expect(router.representative('ben')?.presence).toBe('Available')
  })

  test('is refused by the colleague, who can be asked again', () => {
    const router = inConversation()
    router.do(ask('ben'))
    router.do({ type: 'reject', ...about('ben') })
    expect(router.participants()).toEqual([])
    router.do(ask('ben'))
    expect(router.participants()).toHaveLength(1)
  })

  test('takes capacity only when it is asked to, and leaves the presence as it is', () => {
    const router = inConversation()
    router.do(ask('ben'))
    router.do(ask('cem', true))
    for (const name of ['ben', 'cem']) router.do({ type: 'accept', ...about(name) })
    expect(router.representative('ben')).toMatchObject({ unitsFree: 100, presence: 'Available', items: [] })
    expect(router.representative('cem')).toMatchObject({ unitsFree: 50, presence: 'Available', items: [] })
    router.do({ type: 'endConsult', ...about('cem') })
    expect(router.representative('cem')).toMatchObject({ unitsFree: 100, presence: 'Available' })
  })

  test('that gives its capacity back lets waiting work flow', () => {
    const [chats] = desk.queues ?? []
    const only: Configuration = {
      ...withCem,
      queues: chats === undefined ? [] : [{ ...chats, members: ['ana', 'ben'] }],
    }
    const router = inConversation({
      ...only,
      representatives: [{ name: 'ana', units: 50 }, { name: 'ben', units: 50 }, { name: 'cem' }],
    })
    router.do(ask('ben', true))
    router.do({ type: 'accept', ...about('ben') })
    router.startConversation('chat-2', 'Chat')
    expect(router.holder('chat-2')).toBeNull()
    router.do({ type: 'leaveConversation', ...about('ben') })
    expect(router.holder('chat-2')).toBe('ben')
  })

  test('goes on while the conversation is wrapped up, and ends when it is closed', () => {
    const router = inConversation()
    router.do(ask('ben', true))
    router.do({ type: 'accept', ...about('ben') })
    router.do(ask('cem'))
    router.do({ type: 'endConversation', workItem: 'chat-1', representative: null })
    expect(router.participants()).toMatchObject([{ representative: 'ben' }])
    router.do({ type: 'closeSession', workItem: 'chat-1', representative: null })
    expect(router.representative('ben')?.unitsFree).toBe(100)
    expect(router.events('workItem.participantLeft', 'chat-1').map(({ representative }) => representative)).toEqual([
      'cem',
      'ben',
    ])
  })

  test('ends when the conversation goes to somebody else, also when that is who was asked', () => {
    const router = inConversation()
    for (const name of ['ben', 'cem']) {
      router.do(ask(name))
      router.do({ type: 'accept', ...about(name) })
    }
    router.do({ type: 'transferToRepresentative', ...about('ben') })
    router.do({ type: 'accept', ...about('ben') })
    expect(router.holder('chat-1')).toBe('ben')
    expect(router.participants()).toEqual([])
    expect(router.representative('ben')?.items).toEqual(['chat-1'])
  })

  test('opens the transfer to whoever was asked where representatives may not transfer to one another', () => {
    const router = inConversation({ ...withCem, organization: { representativeTransfer: false } })
    const actor = { kind: 'representative', name: 'ana' } as const
    expect(router.try({ type: 'transferToRepresentative', ...about('ben'), actor })).toBe('transferNotAllowed')
    router.do(ask('ben'))
    router.do({ type: 'accept', ...about('ben') })
    expect(router.try({ type: 'transferToRepresentative', ...about('ben'), actor })).toBeNull()
  })

  test('is not asked of who has it, who is away or asked already', () => {
    const router = inConversation()
    expect(router.try(ask('ana'))).toBe('sameRepresentative')
    router.do({ type: 'setPresence', representative: 'cem', presence: 'Away' })
    expect(router.try(ask('cem'))).toBe('notSignedIn')
    router.do(ask('ben'))
    expect(router.try(ask('ben'))).toBe('alreadyTakesPart')
    expect(router.try(ask('nobody'))).toBe('unknownRepresentative')
  })

  test('survives a restart once it is accepted; what nobody could answer meanwhile is taken back', () => {
    const router = inConversation()
    router.do(ask('ben', true))
    router.do({ type: 'accept', ...about('ben') })
    router.do(ask('cem', true))
    router.recover()
    expect(router.representative('cem')?.unitsFree).toBe(50)
    router.do({ type: 'resume', stoppedAt: router.now() })
    expect(router.participants()).toMatchObject([{ representative: 'ben', takesCapacity: true }])
    expect(router.representative('ben')?.unitsFree).toBe(50)
    expect(router.representative('cem')?.unitsFree).toBe(100)
  })

  test('ends with a connection that does not come back', () => {
    const router = inConversation()
    router.do(ask('ben'))
    router.do({ type: 'accept', ...about('ben') })
    router.do({ type: 'disconnect', representative: 'ben' })
    router.pass(200 * SECOND)
    expect(router.participants()).toEqual([])
    expect(router.holder('chat-1')).toBe('ana')
  })
})

describe('a supervisor', () => {
  test('reads along without anybody noticing, then joins, then leaves', () => {
    const router = inConversation()
    router.do({ type: 'monitorConversation', ...about('cem') })
    expect(router.participants()).toMatchObject([{ mode: 'monitor', access: 'private' }])
    expect(router.representative('cem')).toMatchObject({ unitsFree: 100, presence: 'Available', items: [] })
    router.do({ type: 'joinConversation', ...about('cem') })
    expect(router.events('workItem.participantShown', 'chat-1')).toMatchObject([{ representative: 'cem' }])
    router.do({ type: 'leaveConversation', ...about('cem') })
    expect(router.participants()).toEqual([])
    expect(router.try({ type: 'leaveConversation', ...about('cem') })).toBe('takesNoPart')
  })

  test('who has not joined changes nothing that others see, and holds up no automatic closure', () => {
    const router = inConversation()
    const seen = () => {
      const item = router.item('chat-1')
      return item === null ? null : { version: versionShown(item), changedAt: item.changedAt }
    }
    const before = seen()
    for (let time = 0; time < 2; time++) {
      router.pass(SECOND)
      router.do({ type: 'monitorConversation', ...about('cem') })
      expect(seen()).toEqual(before)
      router.pass(SECOND)
      router.do({ type: 'leaveConversation', ...about('cem') })
      expect(seen()).toEqual(before)
    }
    router.do({ type: 'monitorConversation', ...about('cem') })
    router.do({ type: 'joinConversation', ...about('cem') })
    expect(seen()).toEqual({ version: router.item('chat-1')?.version, changedAt: router.item('chat-1')?.changedAt })
    expect(seen()).not.toEqual(before)
  })

  test('watches on when the conversation goes from one to the other, until it waits in a queue', () => {
    const router = inConversation()
    router.do({ type: 'monitorConversation', ...about('cem') })
    router.do({ type: 'transferToRepresentative', ...about('ben') })
    router.do({ type: 'accept', ...about('ben') })
    expect(router.participants()).toMatchObject([{ representative: 'cem' }])
    router.do({ type: 'release', workItem: 'chat-1' })
    expect(router.participants()).toEqual([])
  })

  test('can be consulted like anybody else while nobody knows that they watch', () => {
    const router = inConversation()
    router.do({ type: 'monitorConversation', ...about('cem') })
    router.do(ask('cem'))
    expect(router.participants()).toMatchObject([{ representative: 'cem', mode: 'consult', joinedAt: null }])
    expect(router.events('workItem.participantLeft', 'chat-1')).toMatchObject([{ mode: 'monitor', access: 'private' }])
    router.do({ type: 'accept', ...about('cem') })
    expect(router.try(ask('cem'))).toBe('alreadyTakesPart')
  })

  test('does not watch what nobody has accepted, nor their own conversation', () => {
    const router = inConversation()
    expect(router.try({ type: 'monitorConversation', ...about('ana') })).toBe('sameRepresentative')
    router.startConversation('chat-2', 'Chat')
    expect(router.try({ type: 'monitorConversation', workItem: 'chat-2', representative: 'cem' })).toBe('wrongState')
    router.do({ type: 'monitorConversation', ...about('cem') })
    router.do({ type: 'assignToRepresentative', ...about('cem') })
    expect(router.participants()).toEqual([])
    expect(router.representative('cem')?.items).toEqual(['chat-1'])
  })
})
