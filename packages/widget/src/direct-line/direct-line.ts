import { type Json, numberOf, parseJson, recordOf, textOf } from '../json.ts'
import type { Socket, Surroundings } from '../surroundings.ts'
import { type Activity, readActivitySet } from './activity.ts'
import { RequestFailure, type RequestOptions, request } from './request.ts'
import { retryDelayMs } from './retry-delay.ts'

/** Sockets that fail one after another before the activities are asked for instead: some networks let none through. */
const SOCKET_FAILURES_MAX = 3
const POLL_EVERY_MS = 3_000
/** What was posted comes back on the stream; when it does not, the stream is dead though nobody said so. */
const ECHO_WITHIN_MS = 10_000
/** A token is renewed when this share of its life is over. */
const RENEW_AT = 0.5
const RENEW_AFTER_MS_MIN = 5_000
const RENEW_AFTER_MS_MAX = 24 * 60 * 60 * 1_000

/** What a conversation is resumed with. */
export interface Ticket {
  readonly conversationId: string
  readonly token: string
  /** Null: as long as the server pleases. */
  readonly expiresAt: number | null
}

export type Connection = 'connecting' | 'online' | 'offline'

export interface DirectLineOptions {
  /** Address of the protocol, such as https://chat.example.com/v3/directline. */
  readonly base: string
  readonly ticket: Ticket
  readonly surroundings: Surroundings
  readonly onActivities: (activities: readonly Activity[]) => void
  readonly onConnection: (connection: Connection) => void
  /** The server gave a newer token. */
  readonly onTicket: (ticket: Ticket) => void
  /** The server takes the token no more. Answers with another one, or null when there is none. */
  readonly renew: () => Promise<Ticket | null>
  /** The conversation cannot be read any more. */
  readonly onGone: () => void
}

/** A conversation over Direct Line 3.0: what is posted arrives once, what others say comes from the stream, from the
 * last watermark on whatever happens in between. */
export interface DirectLine {
  /** Answers with the id of the activity. Errors: RequestFailure. */
  post(activity: Json): Promise<string | null>
  upload(file: File, activity: Json): Promise<string | null>
  /** Tries again at once, for example because the network is back. */
  hurry(): void
  close(): void
}

/** Ticket in an answer of the protocol; what the answer leaves out stays as it was. */
export function readTicket(answer: unknown, now: number, before?: Ticket): Ticket | null {
  const raw = recordOf(answer)
  const conversationId = textOf(raw, 'conversationId') ?? before?.conversationId ?? null
  const token = textOf(raw, 'token') ?? before?.token ?? null
  if (conversationId === null || token === null) return null
  const seconds = numberOf(raw, 'expires_in')
  return { conversationId, token, expiresAt: seconds === null ? (before?.expiresAt ?? null) : now + seconds * 1_000 }
}

export function connect(options: DirectLineOptions): DirectLine {
  return new Line(options)
}

class Line implements DirectLine {
  readonly #options: DirectLineOptions
  readonly #seen = new Set<string>()
  #ticket: Ticket
  #watermark: string | null = null
  #socket: Socket | null = null
  #socketFailures = 0
  #failures = 0
  #isClosed = false
  #isConnecting = false
  #callOffRetry: (() => void) | null = null
  #callOffRenewal: (() => void) | null = null

  constructor(options: DirectLineOptions) {
    this.#options = options
    this.#ticket = options.ticket
    this.#scheduleRenewal()
    this.#start()
  }

  async post(activity: Json): Promise<string | null> {
    return this.#sent(await this.#call('/activities', { method: 'POST', body: activity }))
  }

  async upload(file: File, activity: Json): Promise<string | null> {
    const form = new FormData()
    form.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }))
    form.append('file', file, file.name)
    const user = encodeURIComponent(textOf(recordOf(activity.from), 'id') ?? '')
    return this.#sent(await this.#call(`/upload?userId=${user}`, { method: 'POST', body: form }))
  }

  hurry(): void {
    if (this.#isClosed || this.#isConnecting) return
    this.#socketFailures = 0
    this.#dropSocket()
    this.#start()
  }

  close(): void {
    this.#isClosed = true
    this.#callOffRetry?.()
    this.#callOffRenewal?.()
    this.#dropSocket()
  }

  #sent(answer: unknown): string | null {
    const id = textOf(recordOf(answer), 'id')
    if (id === null) return null
    this.#options.surroundings.after(ECHO_WITHIN_MS, () => {
      if (!this.#seen.has(id)) this.hurry()
    })
    return id
  }

  #start(): void {
    this.#callOffRetry?.()
    this.#isConnecting = true
    this.#connect()
      .catch((error: unknown) => this.#failed(error))
      .finally(() => {
        this.#isConnecting = false
      })
  }

  async #connect(): Promise<void> {
    const isPolling = this.#socketFailures >= SOCKET_FAILURES_MAX
    if (!isPolling) this.#options.onConnection('connecting')
    // What was said meanwhile first: the stream then has nothing to repeat, and a network without sockets still works.
    await this.#catchUp()
    if (this.#isClosed) return
    if (isPolling) {
      this.#isUp()
      this.#retryIn(POLL_EVERY_MS)
      return
    }
    const from = this.#watermark === null ? '' : `?watermark=${encodeURIComponent(this.#watermark)}`
    const answer = await this.#call(from)
    const url = textOf(recordOf(answer), 'streamUrl')
    if (this.#isClosed) return
    if (url === null) throw new RequestFailure(0, 'There is no stream.')
    this.#listen(url)
  }

  async #catchUp(): Promise<void> {
    const from = this.#watermark === null ? '' : `?watermark=${encodeURIComponent(this.#watermark)}`
    this.#deliver(await this.#call(`/activities${from}`))
  }

  #listen(url: string): void {
    const isCurrent = () => this.#socket === socket
    const socket = this.#options.surroundings.openSocket(url, {
      onOpen: () => {
        if (isCurrent()) this.#isUp()
      },
      onMessage: (data) => {
        if (!isCurrent()) return
        this.#socketFailures = 0
        // An empty message only says that the line is alive.
        if (typeof data === 'string' && data !== '') this.#deliver(parseJson(data))
      },
      onClose: () => {
        if (!isCurrent()) return
        this.#socket = null
        this.#socketFailures++
        this.#failed(new RequestFailure(0, 'The stream has ended.'))
      },
    })
    this.#socket = socket
  }

  #isUp(): void {
    this.#failures = 0
    this.#options.onConnection('online')
  }

  #deliver(value: unknown): void {
    const { activities, watermark } = readActivitySet(value)
    if (watermark !== null && watermark !== '') this.#watermark = watermark
    const fresh = activities.filter(({ id }) => id === null || !this.#seen.has(id))
    for (const { id } of fresh) if (id !== null) this.#seen.add(id)
    if (fresh.length > 0) this.#options.onActivities(fresh)
  }

  #failed(error: unknown): void {
    if (this.#isClosed) return
    if (error instanceof RequestFailure && !error.isPassing) {
      this.close()
      this.#options.onGone()
      return
    }
    this.#failures++
    this.#options.onConnection('offline')
    const wait = error instanceof RequestFailure ? (error.retryAfterMs ?? 0) : 0
    this.#retryIn(Math.max(wait, retryDelayMs(this.#failures, this.#options.surroundings.random)))
  }

  #retryIn(delayMs: number): void {
    this.#callOffRetry?.()
    this.#callOffRetry = this.#options.surroundings.after(delayMs, () => this.#start())
  }

  #dropSocket(): void {
    const socket = this.#socket
    this.#socket = null
    socket?.close()
  }

  /** A request about this conversation; once more with another token when this one is not taken. */
  async #call(path: string, options: RequestOptions = {}): Promise<unknown> {
    const send = () => {
      const url = `${this.#options.base}/conversations/${encodeURIComponent(this.#ticket.conversationId)}${path}`
      return request(this.#options.surroundings, url, { ...options, token: this.#ticket.token })
    }
    try {
      return await send()
    } catch (error) {
      if (!(error instanceof RequestFailure) || !error.isOfToken || this.#isClosed) throw error
      const renewed = await this.#options.renew()
      if (renewed === null) throw error
      this.#take(renewed)
      return await send()
    }
  }

  #take(ticket: Ticket): void {
    this.#ticket = ticket
    this.#options.onTicket(ticket)
    this.#scheduleRenewal()
  }

  #scheduleRenewal(): void {
    this.#callOffRenewal?.()
    const { surroundings } = this.#options
    if (this.#ticket.expiresAt === null) return
    const leftMs = this.#ticket.expiresAt - surroundings.now()
    const delayMs = Math.min(RENEW_AFTER_MS_MAX, Math.max(RENEW_AFTER_MS_MIN, leftMs * RENEW_AT))
    this.#callOffRenewal = surroundings.after(delayMs, () => {
      this.#refresh().catch(() => this.#scheduleRenewal())
    })
  }

  async #refresh(): Promise<void> {
    if (this.#isClosed) return
    const { base, surroundings } = this.#options
    const answer = await request(surroundings, `${base}/tokens/refresh`, { method: 'POST', token: this.#ticket.token })
    const ticket = readTicket(answer, surroundings.now(), this.#ticket)
    if (ticket !== null && !this.#isClosed) this.#take(ticket)
  }
}
