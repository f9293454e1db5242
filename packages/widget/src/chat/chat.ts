import type { Activity } from '../direct-line/activity.ts'
import { connect, type DirectLine, type Ticket } from '../direct-line/direct-line.ts'
import { RequestFailure } from '../direct-line/request.ts'
import type { Json } from '../json.ts'
import type { StartedChat } from '../server.ts'
import type { ChatOptions } from './chat-options.ts'
import { type ChatState, firstState } from './chat-state.ts'
import { Outbox, withUnsent } from './outbox.ts'
import type { Answers } from './survey.ts'
import { isShown, senderOf, withActivities } from './transcript.ts'

/** How often a customer who goes on typing says so, and how long the others' typing is shown. */
const SAY_TYPING_EVERY_MS = 3_000
const TYPING_SHOWN_MS = 6_000

/** One customer's chat: what happens to it, and what is to be shown of it. */
export interface Chat {
  state(): ChatState
  subscribe(listener: () => void): void
  open(): void
  minimise(): void
  start(answers: Answers): Promise<void>
  send(text: string): void
  sendFile(file: File): void
  retry(key: string): void
  keepDraft(text: string): void
  end(): Promise<void>
  startNew(): void
  /** Goes on with the conversation that was found. */
  goOn(): void
  /** What the customer may still do with the conversation, also when it is over; null: there was none. */
  ticket(): Ticket | null
  hurry(): void
  /** Says how far the customer has read, if that has changed. */
  seen(): void
}

export function createChat(options: ChatOptions): Chat {
  return new CustomerChat(options)
}

class CustomerChat implements Chat {
  readonly #options: ChatOptions
  readonly #listeners: (() => void)[] = []
  readonly #outbox: Outbox
  #state: ChatState = firstState
  #line: DirectLine | null = null
  #ticket: Ticket | null = null
  /** Of the conversation that is over. */
  #lastTicket: Ticket | null = null
  #previous: StartedChat | null = null
  #userId = ''
  #saidTypingAt = 0
  #saidRead: string | null = null
  #callOffTyping: (() => void) | null = null

  constructor(options: ChatOptions) {
    this.#options = options
    this.#outbox = new Outbox({
      texts: options.texts,
      line: () => this.#line,
      activity: (type, content) => this.#activity(type, content),
      change: (change) => this.#change({ transcript: change(this.#state.transcript) }),
    })
    const saved = options.memory.read()
    if (saved === null) return
    const { ticket, userId, isOpen, lastRead, draft, unsent } = saved
    const transcript = unsent.reduce((told, entry) => withUnsent(told, entry, options.texts), firstState.transcript)
    this.#state = { ...firstState, phase: 'talking', isOpen, lastRead, draft, transcript }
    this.#join(ticket, userId)
  }

  state(): ChatState {
    return this.#state
  }

  subscribe(listener: () => void): void {
    this.#listeners.push(listener)
  }

  open(): void {
    this.#change({ isOpen: true })
    if (this.#state.phase === 'idle' || this.#state.phase === 'problem') this.#begin()
  }

  minimise(): void {
    this.#change({ isOpen: false })
  }

  async start(answers: Answers): Promise<void> {
    const { server, identity, context, texts, onProblem } = this.#options
    if (this.#state.phase === 'starting' || this.#state.phase === 'talking') return
    this.#change({ phase: 'starting', problem: null })
    try {
      const identityToken = await identity().catch(() => {
        throw new RequestFailure(401, texts.signInFailed)
      })
      const { ticket, userId } = await server.start({ answers, context: context(), identityToken })
      this.#change({ phase: 'talking' })
      this.#join(ticket, userId)
    } catch (error) {
      const isOfIdentity = error instanceof RequestFailure && error.isOfToken
      const problem = isOfIdentity ? texts.signInFailed : texts.problem
      this.#change({ phase: 'problem', problem })
      onProblem(error instanceof Error && error.message !== '' ? error.message : problem)
    }
  }

  send(text: string): void {
    const words = text.trim()
    if (words === '') return
    this.#saidTypingAt = 0
    this.#change({ draft: '' })
    this.#outbox.hand(this.#options.surroundings.newId(), words)
  }

  sendFile(file: File): void {
    this.#outbox.hand(this.#options.surroundings.newId(), '', file)
  }

  retry(key: string): void {
    const entry = this.#state.transcript.find((other) => other.key === key)
    if (entry?.delivery === 'failed') this.#outbox.hand(key, entry.text)
  }

  keepDraft(text: string): void {
    if (this.#state.draft === text) return
    this.#change({ draft: text })
    const now = this.#options.surroundings.now()
    if (text.trim() === '' || now - this.#saidTypingAt < SAY_TYPING_EVERY_MS) return
    this.#saidTypingAt = now
    // Nobody misses it when it does not arrive.
    this.#line?.post(this.#activity('typing', {})).catch(() => undefined)
  }

  async end(): Promise<void> {
    try {
      await this.#line?.post(this.#activity('endOfConversation', {}))
      this.#ended()
    } catch {
      this.#change({ problem: this.#options.texts.problem })
    }
  }

  startNew(): void {
    this.#ended()
    this.#lastTicket = null
    this.#state = { ...firstState, isOpen: true }
    this.#ask()
  }

  goOn(): void {
    if (this.#previous === null) return
    const { ticket, userId } = this.#previous
    this.#change({ phase: 'talking' })
    this.#join(ticket, userId)
  }

  ticket(): Ticket | null {
    return this.#ticket ?? this.#lastTicket
  }

  hurry(): void {
    this.#line?.hurry()
  }

  seen(): void {
    const { isOpen, transcript } = this.#state
    const last = transcript.findLast(({ from }) => from !== 'customer')
    if (!isOpen || last === undefined || last.key === this.#saidRead || !this.#options.isVisible()) return
    this.#saidRead = last.key
    const event = this.#activity('event', { name: 'MessageRead', value: { messageId: last.key } })
    // The next message says it again.
    this.#line?.post(event).catch(() => undefined)
  }

  #begin(): void {
    if (this.#options.settings.findsPrevious) void this.#findPrevious()
    else this.#ask()
  }

  /** Whether it is found or not, the customer gets a chat. */
  async #findPrevious(): Promise<void> {
    const { server, identity } = this.#options
    this.#change({ phase: 'starting', problem: null })
    this.#previous = await identity()
      .then((token) => server.previous(token))
      .catch(() => null)
    this.#change({ phase: this.#previous === null ? 'idle' : 'previous' })
    if (this.#previous === null) this.#ask()
  }

  /** What has to be asked before a conversation can start. */
  #ask(): void {
    const { settings } = this.#options
    // A persistent chat may be written to at any hour.
    if (!settings.isOperating && !settings.isPersistent) this.#change({ phase: 'closed' })
    else if (settings.survey.length > 0) this.#change({ phase: 'survey', problem: null })
    else void this.start({})
  }

  #join(ticket: Ticket, userId: string): void {
    const { server, surroundings } = this.#options
    this.#ticket = ticket
    this.#userId = userId
    this.#line = connect({
      base: server.base,
      ticket,
      surroundings,
      onActivities: (activities) => this.#receive(activities),
      onConnection: (connection) => {
        const isCaughtUp = this.#state.isCaughtUp || connection === 'online'
        this.#change({ connection, isCaughtUp })
      },
      onTicket: (fresh) => {
        this.#ticket = fresh
        this.#save()
      },
      renew: () => server.renew(this.#ticket ?? ticket).catch(() => null),
      onGone: () => this.#ended(),
    })
    this.#save()
  }

  #receive(activities: readonly Activity[]): void {
    const before = new Set(this.#state.transcript.map(({ key }) => key))
    const transcript = withActivities(this.#state.transcript, activities, this.#userId)
    this.#change({ transcript })
    const others = activities.filter((activity) => senderOf(activity, this.#userId) !== 'customer')
    if (others.some(isShown)) this.#showTyping(null)
    const last = others.at(-1)
    if (last?.type === 'typing') this.#showTyping(last.from.name || this.#options.texts.representative)
    if (this.#state.isCaughtUp) {
      for (const entry of transcript) {
        if (entry.from !== 'customer' && !before.has(entry.key)) this.#options.onMessage(entry)
      }
    }
    if (activities.some(({ type }) => type === 'endOfConversation')) this.#ended()
  }

  #showTyping(name: string | null): void {
    this.#callOffTyping?.()
    this.#change({ typing: name })
    if (name === null) return
    this.#callOffTyping = this.#options.surroundings.after(TYPING_SHOWN_MS, () => this.#change({ typing: null }))
  }

  #activity(type: string, content: Json): Json {
    return { type, from: { id: this.#userId }, locale: this.#options.settings.language, ...content }
  }

  #ended(): void {
    this.#line?.close()
    this.#line = null
    this.#lastTicket = this.#ticket ?? this.#lastTicket
    this.#ticket = null
    this.#callOffTyping?.()
    if (this.#state.phase === 'talking') this.#change({ phase: 'ended', typing: null, problem: null })
    this.#options.memory.write(null)
  }

  #change(change: Partial<ChatState>): void {
    const next = { ...this.#state, ...change }
    if (next.isOpen) next.lastRead = next.transcript.at(-1)?.key ?? next.lastRead
    const isMore = next.transcript !== this.#state.transcript || next.isOpen !== this.#state.isOpen
    this.#state = next
    this.#save()
    if (isMore) this.seen()
    for (const listener of this.#listeners) listener()
  }

  #save(): void {
    if (this.#ticket === null) return
    const { isOpen, lastRead, draft, transcript } = this.#state
    const unsent = transcript.filter(({ delivery, text }) => delivery !== 'sent' && text !== '')
    this.#options.memory.write({
      ticket: this.#ticket,
      userId: this.#userId,
      isOpen,
      lastRead,
      draft,
      unsent: unsent.map(({ key, text }) => ({ key, text })),
    })
  }
}
