import { type Client, createClient, type LiveSession } from '@unified-routing/client'
import type { WorkItemView } from '@unified-routing/contract'
import { drawExponentialMs } from '@unified-routing/routing/sim'
import type { Errands } from './errands.ts'

const REACTION_MEAN_MS = 4_000
const CONVERSATION_MEAN_MS = 50_000
const RECORD_MEAN_MS = 90_000
const WRAP_UP_MEAN_MS = 8_000
/** Of a hundred offers, so many are rejected. */
const REJECTED_SHARE = 0.05

const answers = ['Let me look that up.', 'Thank you, one moment please.', 'That is put right now.'] as const

export interface Person {
  readonly name: string
  readonly email: string
}

interface Desk {
  readonly url: string
  readonly password: string
  readonly errands: Errands
  readonly random: () => number
}

/** Somebody of the demo who is signed in, answers offers, talks, ends and closes, like a person in a browser.
 *
 * Keeps a live stream open, which keeps them connected; stops with `errands`. */
export class RepresentativeAtWork {
  readonly #person: Person
  readonly #desk: Desk
  readonly #client: Client
  readonly #live: LiveSession
  /** Items that are being looked after, so that no event starts a second hand on them. */
  readonly #inHand = new Set<string>()

  constructor(person: Person, desk: Desk) {
    this.#person = person
    this.#desk = desk
    this.#client = createClient({ baseUrl: desk.url, signal: desk.errands.signal })
    this.#live = this.#client.live({ presence: true })
  }

  async begin(): Promise<void> {
    await this.#client.session.signIn({ email: this.#person.email, password: this.#desk.password })
    this.#live.onEvent(({ workItem }) => {
      if (workItem !== null) this.#lookAfter(workItem)
    })
    this.#desk.errands.signal.addEventListener('abort', () => this.#live.stop(), { once: true })
    this.#live.start()
    await this.#client.representatives.signIn(this.#person.name)
    // What a traffic that was interrupted has left in their hands.
    for await (const item of this.#client.workItems.each({ view: 'my' })) this.#lookAfter(item)
  }

  #lookAfter(item: WorkItemView): void {
    const { name } = this.#person
    const isOffered = item.offeredTo === name
    if ((!isOffered && item.assignedTo !== name) || this.#inHand.has(item.id)) return
    this.#inHand.add(item.id)
    this.#desk.errands.run(async () => {
      try {
        await (isOffered ? this.#answer(item) : this.#work(item))
      } finally {
        this.#inHand.delete(item.id)
      }
    })
  }

  async #answer(item: WorkItemView): Promise<void> {
    await this.#pause(REACTION_MEAN_MS)
    if (this.#desk.random() < REJECTED_SHARE) await this.#client.workItems.reject(item.id)
    else await this.#work(await this.#client.workItems.accept(item.id))
  }

  async #work(item: WorkItemView): Promise<void> {
    if (item.record !== null) {
      await this.#pause(RECORD_MEAN_MS)
      await this.#client.rows.complete(item.record.table, item.record.id)
      return
    }
    if (item.state === 'Active') await this.#talk(item)
    await this.#pause(WRAP_UP_MEAN_MS)
    await this.#client.workItems.close(item.id)
  }

  async #talk(item: WorkItemView): Promise<void> {
    for (const text of answers) {
      await this.#pause(CONVERSATION_MEAN_MS / answers.length)
      await this.#client.conversations.send(item.id, { from: 'representative', text })
    }
    await this.#client.workItems.end(item.id)
  }

  #pause(meanMs: number): Promise<void> {
    return this.#desk.errands.pause(drawExponentialMs(this.#desk.random, meanMs))
  }
}
