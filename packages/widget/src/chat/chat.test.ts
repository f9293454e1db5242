// Long because it is one conversation: everything that can happen in it, with the same server beside it.
import { beforeEach, describe, expect, test } from 'vitest'
import { RequestFailure } from '../direct-line/request.ts'
import type { Json } from '../json.ts'
import type { WidgetServer } from '../server.ts'
import type { Settings } from '../settings.ts'
import { CONVERSATION, FakeDirectLine } from '../testing/fake-direct-line.ts'
import { englishTexts } from '../texts.ts'
import { type Chat, createChat } from './chat.ts'
import type { ChatOptions } from './chat-options.ts'
import { unreadCount } from './chat-state.ts'
import { createChatMemory } from './saved-chat.ts'
import type { Answers } from './survey.ts'

const CUSTOMER = 'dl_customer'

const settings: Settings = {
  title: 'Chat',
  subtitle: '',
  logoUrl: null,
  color: '#115ea3',
  position: 'right',
  language: 'en',
  isOperating: true,
  isShownWhenClosed: true,
  survey: [],
  attachments: null,
  afterSurvey: [],
  offersTranscript: false,
  mailsTranscript: false,
  findsPrevious: false,
  playsSound: false,
  countsUnread: true,
  isAuthenticated: false,
  isPersistent: false,
  invitations: [],
  messageLengthMax: 4_000,
  texts: {},
}

const survey = [
  { name: 'topic', text: 'What is it about?', type: 'singleLine', isRequired: true, options: [] } as const,
]

let server: FakeDirectLine
let stored: Map<string, string>
let started: Answers[]
let news: string[]
let problems: string[]
let isVisible: boolean
beforeEach(() => {
  server = new FakeDirectLine()
  stored = new Map()
  started = []
  news = []
  problems = []
  isVisible = true
})

const ticket = () => ({ conversationId: CONVERSATION, token: server.token, expiresAt: null })

const widgetServer: WidgetServer = {
  base: 'https://fake/v3/directline',
  settings: async () => settings,
  start: async ({ answers }) => {
    started.push(answers)
    return { ticket: ticket(), userId: CUSTOMER }
  },
  previous: async () => null,
  transcript: async () => '',
  mailTranscript: async () => undefined,
  answer: async () => undefined,
  renew: async () => null,
}

/** The widget of a page that has just been loaded, in the same tab each time. */
function loadPage(changes: Partial<Settings> = {}, more: Partial<ChatOptions> = {}): Chat {
  const store = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  }
  return createChat({
    server: widgetServer,
    settings: { ...settings, ...changes },
    texts: englishTexts,
    memory: createChatMemory(store, 'chat'),
    surroundings: server.surroundings,
    identity: async () => null,
    context: () => ({}),
    onMessage: ({ text }) => news.push(text),
    onProblem: (problem) => problems.push(problem),
    isVisible: () => isVisible,
    ...more,
  })
}

async function talk(): Promise<Chat> {
  const chat = loadPage()
  chat.open()
  await server.pass(0)
  return chat
}

const reply = (text: string, more: Json = {}) =>
  server.say({ type: 'message', text, from: { id: 'kacper', name: 'Kacper' }, ...more })
const textsOf = (chat: Chat) => chat.state().transcript.map(({ text }) => text)
const deliveries = (chat: Chat) => chat.state().transcript.map(({ delivery }) => delivery)

describe('a chat', () => {
  test('asks its survey first, then starts with the answers', async () => {
    const chat = loadPage({ survey })
    chat.open()
    expect(chat.state().phase).toBe('survey')
    await chat.start({ topic: 'Fibre' })
    expect(started).toEqual([{ topic: 'Fibre' }])
    expect(chat.state().phase).toBe('talking')
  })

  test('offers to go on with the conversation that was lost, or to begin a new one', async () => {
    const previous = { ...widgetServer, previous: async () => ({ ticket: ticket(), userId: CUSTOMER }) }
    for (const [act, starts] of [['goOn', 0] as const, ['startNew', 1] as const]) {
      stored.clear()
      const chat = loadPage({ findsPrevious: true }, { server: previous })
      chat.open()
      await server.pass(0)
      expect(chat.state().phase).toBe('previous')
      chat[act]()
      await server.pass(0)
      expect(chat.state().phase).toBe('talking')
      expect(started).toHaveLength(starts)
    }
  })

  test.each([
    ['there is none', async () => null],
    ['nobody knows', () => Promise.reject(new RequestFailure(503, 'Down.'))],
  ])('begins as always when %s', async (_, previous) => {
    const chat = loadPage({ findsPrevious: true, survey }, { server: { ...widgetServer, previous } })
    chat.open()
    await server.pass(0)
    expect(chat.state().phase).toBe('survey')
  })

  test('keeps its ticket after the end, for the transcript and the questions, and not on the next page', async () => {
    const chat = await talk()
    await chat.end()
    expect([chat.state().phase, chat.ticket()?.conversationId]).toEqual(['ended', CONVERSATION])
    expect(loadPage().ticket()).toBeNull()
  })

  test('says that nobody is there out of hours, and starts nothing', () => {
    const chat = loadPage({ isOperating: false })
    chat.open()
    expect(chat.state().phase).toBe('closed')
    expect(started).toEqual([])
  })

  test('is open at any hour when it is persistent', async () => {
    const chat = loadPage({ isOperating: false, isPersistent: true })
    chat.open()
    await server.pass(0)
    expect(chat.state().phase).toBe('talking')
  })

  test('shows what the customer writes at once, and once only when it comes back', async () => {
    const chat = await talk()
    chat.send('  Hello  ')
    expect(deliveries(chat)).toEqual(['sending'])
    await server.pass(0)
    expect(textsOf(chat)).toEqual(['Hello'])
    expect(deliveries(chat)).toEqual(['sent'])
  })

  test('sends nothing when there is nothing to say', async () => {
    const chat = await talk()
    chat.send(' \n ')
    expect(chat.state().transcript).toEqual([])
  })

  test('keeps a message that could not be sent, and sends the same one again', async () => {
    const chat = await talk()
    server.failures = [503]
    chat.send('Are you there?')
    await server.pass(0)
    expect(deliveries(chat)).toEqual(['failed'])
    chat.retry(chat.state().transcript[0]?.key ?? '')
    await server.pass(0)
    expect(deliveries(chat)).toEqual(['sent'])
    expect(server.activities.map(({ channelData }) => channelData)).toEqual([{ clientActivityID: 'client-1' }])
  })

  test('tells why the server did not want a message', async () => {
    const chat = await talk()
    server.failures = [413]
    chat.send('long')
    await server.pass(0)
    expect(chat.state().transcript[0]?.problem).toBe('No.')
  })

  test('goes on after a reload, with the words that were not sent', async () => {
    const before = await talk()
    before.send('Hello')
    await server.pass(0)
    reply('Good morning')
    await server.pass(0)
    server.failures = [500]
    before.send('My router is dead')
    await server.pass(0)
    before.keepDraft('It is the wh')

    const after = loadPage()
    await server.pass(0)
    expect(after.state()).toMatchObject({ phase: 'talking', isOpen: true, draft: 'It is the wh' })
    expect(textsOf(after)).toEqual(['Hello', 'Good morning', 'My router is dead'])
    expect(deliveries(after)).toEqual(['sent', 'sent', 'failed'])
    expect(started).toHaveLength(1)
  })

  test('does not say twice what had arrived though its answer was lost', async () => {
    const before = await talk()
    before.send('Hello')
    await server.pass(0)
    const saved = stored.get('chat') ?? ''
    stored.set('chat', saved.replace('"unsent":[]', '"unsent":[{"key":"client-1","text":"Hello"}]'))
    const after = loadPage()
    await server.pass(0)
    expect(deliveries(after)).toEqual(['sent'])
  })

  test('counts what came while it was minimised, over a reload too', async () => {
    const chat = await talk()
    reply('One')
    chat.minimise()
    reply('Two')
    reply('Three')
    expect(unreadCount(chat.state())).toBe(2)
    const after = loadPage()
    await server.pass(0)
    expect(unreadCount(after.state())).toBe(2)
    after.open()
    expect(unreadCount(after.state())).toBe(0)
  })

  test('announces what is new, not what was there before', async () => {
    reply('Before')
    await talk()
    expect(news).toEqual([])
    reply('After')
    expect(news).toEqual(['After'])
  })

  test('says what the customer has read, once, and only what is on the screen', async () => {
    const chat = await talk()
    const read = () => server.activities.filter(({ type }) => type === 'event').map(({ value }) => value)
    reply('One')
    await server.pass(0)
    expect(read()).toEqual([{ messageId: `${CONVERSATION}|0000000` }])
    isVisible = false
    reply('Two')
    await server.pass(0)
    expect(read()).toHaveLength(1)
    isVisible = true
    chat.seen()
    chat.seen()
    await server.pass(0)
    expect(read()).toEqual([{ messageId: `${CONVERSATION}|0000000` }, { messageId: `${CONVERSATION}|0000002` }])
  })

  test('shows who is typing until they write, or stop', async () => {
    const chat = await talk()
    server.say({ type: 'typing', from: { id: 'kacper', name: 'Kacper' } })
    expect(chat.state().typing).toBe('Kacper')
    reply('Here I am')
    expect(chat.state().typing).toBeNull()
    server.say({ type: 'typing', from: { id: 'kacper', name: 'Kacper' } })
    await server.pass(7_000)
    expect(chat.state().typing).toBeNull()
  })

  test('says that the customer types, but not with every letter', async () => {
    const chat = await talk()
    for (const draft of ['H', 'He', 'Hel']) chat.keepDraft(draft)
    await server.pass(4_000)
    chat.keepDraft('Hello')
    await server.pass(0)
    expect(server.activities.map(({ type }) => type)).toEqual(['typing', 'typing'])
  })

  test('is over when the other side ends it, and is forgotten by the tab', async () => {
    const chat = await talk()
    reply('Goodbye')
    server.say({ type: 'endOfConversation', from: { id: 'kacper' } })
    expect(chat.state().phase).toBe('ended')
    expect(textsOf(chat)).toEqual(['Goodbye'])
    expect(stored.size).toBe(0)
    server.activities.length = 0
    chat.startNew()
    await server.pass(0)
    expect(chat.state().phase).toBe('talking')
    expect(started).toHaveLength(2)
  })

  test('tells the server when the customer ends it', async () => {
    const chat = await talk()
    await chat.end()
    expect(server.activities.map(({ type }) => type)).toEqual(['endOfConversation'])
    expect(chat.state().phase).toBe('ended')
  })

  test('cannot begin while the customer is nobody the page vouches for', async () => {
    const chat = loadPage({}, { identity: () => Promise.reject(new Error('signed out')) })
    await chat.start({})
    expect(chat.state()).toMatchObject({ phase: 'problem', problem: englishTexts.signInFailed })
    expect(problems).toEqual([englishTexts.signInFailed])
  })

  test('asks to try again when the server cannot begin', async () => {
    const failing = { ...widgetServer, start: () => Promise.reject(new RequestFailure(503, 'Down.')) }
    const chat = loadPage({}, { server: failing })
    await chat.start({})
    expect(chat.state()).toMatchObject({ phase: 'problem', problem: englishTexts.problem })
    expect(problems).toEqual(['Down.'])
  })
})
