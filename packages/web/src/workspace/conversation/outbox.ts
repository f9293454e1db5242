import type { AttachmentView } from '@unified-routing/contract'

/** What a representative has sent and the server has not confirmed yet. */
export interface Outgoing {
  /** The id of the message, and the key under which the server knows a repetition: nothing is said twice. */
  readonly key: string
  readonly kind: 'message' | 'note'
  readonly text: string
  readonly attachments: readonly AttachmentView[]
  /** Why it did not go through; null: it is on its way. */
  readonly failure: string | null
}

export type Draft = Pick<Outgoing, 'kind' | 'text' | 'attachments'>

type Deliver = (conversation: string, message: Outgoing) => Promise<void>

const nothing: readonly Outgoing[] = []

/** Sends the messages of each conversation one after the other, in the order in which they were written, also while
 * another conversation is in view. What fails stays, and so does what comes after it, until somebody decides. */
export class Outbox {
  readonly #waiting = new Map<string, readonly Outgoing[]>()
  readonly #sending = new Set<string>()
  readonly #listeners = new Set<() => void>()
  readonly #deliver: Deliver
  readonly #textOf: (error: unknown) => string

  constructor(deliver: Deliver, textOf: (error: unknown) => string) {
    this.#deliver = deliver
    this.#textOf = textOf
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  of(conversation: string): readonly Outgoing[] {
    return this.#waiting.get(conversation) ?? nothing
  }

  send(conversation: string, draft: Draft): void {
    const message = { ...draft, key: crypto.randomUUID(), failure: null }
    this.#show(conversation, [...this.of(conversation), message])
    void this.#work(conversation)
  }

  retry(conversation: string): void {
    this.#show(
      conversation,
      this.of(conversation).map((message) => ({ ...message, failure: null })),
    )
    void this.#work(conversation)
  }

  discard(conversation: string, key: string): void {
    this.#drop(conversation, key)
    void this.#work(conversation)
  }

  async #work(conversation: string): Promise<void> {
    if (this.#sending.has(conversation)) return
    this.#sending.add(conversation)
    try {
      for (let next = this.#next(conversation); next !== undefined; next = this.#next(conversation)) {
        await this.#try(conversation, next)
      }
    } finally {
      this.#sending.delete(conversation)
    }
  }

  /** The first, unless it has failed. */
  #next(conversation: string): Outgoing | undefined {
    const first = this.of(conversation)[0]
    return first?.failure === null ? first : undefined
  }

  async #try(conversation: string, message: Outgoing): Promise<void> {
    try {
      await this.#deliver(conversation, message)
      this.#drop(conversation, message.key)
    } catch (error) {
      const failure = this.#textOf(error)
      this.#show(
        conversation,
        this.of(conversation).map((each) => (each.key === message.key ? { ...each, failure } : each)),
      )
    }
  }

  #drop(conversation: string, key: string): void {
    this.#show(
      conversation,
      this.of(conversation).filter((each) => each.key !== key),
    )
  }

  #show(conversation: string, messages: readonly Outgoing[]): void {
    if (messages.length === 0) this.#waiting.delete(conversation)
    else this.#waiting.set(conversation, messages)
    for (const listener of this.#listeners) listener()
  }
}
