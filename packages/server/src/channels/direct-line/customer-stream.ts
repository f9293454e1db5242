import type { WorkItem } from '@unified-routing/routing'
import type { StoredMessage } from '../../store/reads.ts'
import { NewsHeard, type Standing } from './news-heard.ts'
import { type Activity, endActivity, messageActivity, newsActivity, type Viewpoint } from './write-activity.ts'

/** Bytes that a slow reader may leave unread; beyond them it is cut off, and resumes where it was. */
const UNREAD_BYTES_MAX = 1024 * 1024
const HELD_BACK_MAX = 2_000
/** Characters of the past in one frame; the next is sent once the reader has taken it. */
const CHARACTERS_PER_FRAME = 64 * 1024

/** A web socket, as far as a stream needs it. */
export interface ClientSocket {
  readonly readyState: number
  readonly OPEN: number
  readonly bufferedAmount: number
  send(text: string, done?: () => void): void
  close(code?: number, reason?: string): void
  terminate(): void
  once(event: 'close', listener: () => void): unknown
}

/** One open stream of a customer: every message once, in order, from a watermark on. */
export class CustomerStream {
  readonly viewpoint: Viewpoint
  /** Its reader was too slow. */
  isDropped = false
  readonly #socket: ClientSocket
  #last: number
  /** What was said while the stream catches up; null: it is up to date. */
  #heldBack: StoredMessage[] | null = []
  #hasEnded = false
  readonly #heard = new NewsHeard()

  constructor(socket: ClientSocket, viewpoint: Viewpoint, after: number) {
    this.#socket = socket
    this.viewpoint = viewpoint
    this.#last = after
  }

  /** A message that was just committed. */
  offer(message: StoredMessage): void {
    if (this.#heldBack === null) this.#tell([message], message.number)
    else if (this.#heldBack.length < HELD_BACK_MAX) this.#heldBack.push(message)
    else this.#drop()
  }

  /** Messages of the past; `last` is the number of the last one looked at. Resolves when the reader has room for more:
   * however much there is, and however slowly it reads, it gets all of it. */
  async replay(messages: readonly StoredMessage[], last: number): Promise<void> {
    for (const part of inParts(messages)) {
      if (this.isClosed()) return
      await new Promise<void>((resolve) => this.#tell(part, part.at(-1)?.number ?? last, resolve))
    }
    this.#last = Math.max(this.#last, last)
  }

  /** The past is told: from here on messages are sent as they come. */
  goLive(): void {
    const messages = this.#heldBack ?? []
    this.#heldBack = null
    for (const message of messages) this.#tell([message], message.number)
  }

  /** Nothing more comes. */
  end(item: WorkItem): void {
    if (this.#hasEnded || this.#heldBack !== null) return
    this.#hasEnded = true
    // One further, so that a client that comes back is not told again.
    this.#last = Math.max(this.#last, item.messageCount + 1)
    this.#send([endActivity(item, this.viewpoint)])
  }

  /** Something that passes by and has no place in the conversation. */
  pass(activity: Activity): void {
    if (this.#heldBack === null) this.#send([activity])
  }

  /** Tells a waiting customer how it stands, when that is not what they heard last. */
  tellNews(standing: Standing, at: number): void {
    if (this.#heldBack !== null) return
    const news = this.#heard.fresh(standing)
    if (news.length > 0) this.#send(news.map((text) => newsActivity(text, this.viewpoint, at)))
  }

  /** An empty message, which clients pass over. */
  keepAlive(): void {
    this.#write('')
  }

  isClosed(): boolean {
    return this.#socket.readyState !== this.#socket.OPEN
  }

  close(): void {
    this.#socket.close(1001)
  }

  #tell(messages: readonly StoredMessage[], last: number, done?: () => void): void {
    const fresh = messages.filter(({ number, kind }) => number > this.#last && kind === 'message')
    this.#last = Math.max(this.#last, last)
    if (fresh.length === 0) return done?.()
    this.#send(
      fresh.map((message) => messageActivity(message, this.viewpoint)),
      done,
    )
  }

  #drop(): void {
    this.isDropped = true
    this.#socket.terminate()
  }

  #send(activities: readonly Activity[], done?: () => void): void {
    this.#write(JSON.stringify({ activities, watermark: String(this.#last) }), done)
  }

  /** `done`: it was handed to the network, or never will be. */
  #write(text: string, done?: () => void): void {
    if (this.isClosed()) return done?.()
    this.#socket.send(text, done)
    if (this.#heldBack === null && this.#socket.bufferedAmount > UNREAD_BYTES_MAX) this.#drop()
  }
}

function* inParts(messages: readonly StoredMessage[]): Generator<readonly StoredMessage[]> {
  let part: StoredMessage[] = []
  let characters = 0
  for (const message of messages) {
    part.push(message)
    characters += message.text.length
    if (characters < CHARACTERS_PER_FRAME) continue
    yield part
    part = []
    characters = 0
  }
  if (part.length > 0) yield part
}
