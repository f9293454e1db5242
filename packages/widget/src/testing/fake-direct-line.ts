import { isRecord, type Json, recordOf, textOf } from '../json.ts'
import type { Socket, SocketListener, Surroundings } from '../surroundings.ts'

export const CONVERSATION = 'conversation-1'

/** A Direct Line server of one conversation in memory, with a clock that moves only when it is told. */
export class FakeDirectLine {
  readonly activities: Json[] = []
  readonly requests: string[] = []
  readonly sockets: FakeSocket[] = []
  token = 'token-1'
  /** Answers of this status instead, one a request. */
  failures: number[] = []
  /** Whether sockets open at all. */
  letsSocketsThrough = true
  /** Whether what is posted comes back on the stream. */
  isStreamAlive = true
  #now = 1_000_000
  #timers: { readonly at: number; readonly run: () => void }[] = []
  #ids = 0

  readonly surroundings: Surroundings = {
    fetch: async (url, init) => {
      await Promise.resolve()
      return this.#answer(new URL(url), init)
    },
    openSocket: (url, listener) => {
      const socket = new FakeSocket(url, listener)
      this.sockets.push(socket)
      queueMicrotask(() => {
        if (this.letsSocketsThrough) listener.onOpen()
        else socket.drop()
      })
      return socket
    },
    now: () => this.#now,
    random: () => 0.5,
    newId: () => `client-${++this.#ids}`,
    after: (delayMs, run) => {
      const timer = { at: this.#now + delayMs, run }
      this.#timers.push(timer)
      return () => {
        this.#timers = this.#timers.filter((other) => other !== timer)
      }
    },
  }

  get socket(): FakeSocket | undefined {
    return this.sockets.findLast(({ isClosed }) => !isClosed)
  }

  /** Lets time pass, with everything that falls due in it. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms
    for (;;) {
      await settle()
      const next = this.#timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
      if (next === undefined) break
      this.#timers = this.#timers.filter((other) => other !== next)
      this.#now = next.at
      next.run()
    }
    this.#now = until
  }

  /** Somebody says something. */
  say(activity: Json): void {
    const stored = { timestamp: new Date(this.#now).toISOString(), ...activity, id: this.#nextId() }
    this.activities.push(stored)
    if (this.isStreamAlive) this.socket?.receive({ activities: [stored], watermark: String(this.activities.length) })
  }

  #nextId(): string {
    return `${CONVERSATION}|${String(this.activities.length).padStart(7, '0')}`
  }

  #answer(url: URL, init: RequestInit): Response {
    this.requests.push(`${init.method ?? 'GET'} ${url.pathname}${url.search}`)
    const failure = this.failures.shift()
    if (failure !== undefined) return Response.json({ error: { message: 'No.' } }, { status: failure })
    const { authorization } = recordOf(init.headers)
    if (authorization !== `Bearer ${this.token}`) return Response.json({}, { status: 403 })
    if (url.pathname.endsWith('/tokens/refresh')) {
      this.token = `${this.token}+`
      return Response.json({ conversationId: CONVERSATION, token: this.token, expires_in: 1_800 })
    }
    if (init.method === 'POST') return this.#post(JSON.parse(String(init.body)))
    const from = Number(url.searchParams.get('watermark') ?? '0')
    if (url.pathname.endsWith('/activities')) {
      return Response.json({ activities: this.activities.slice(from), watermark: String(this.activities.length) })
    }
    return Response.json({ conversationId: CONVERSATION, streamUrl: `wss://fake/stream?watermark=${from}` })
  }

  #post(activity: unknown): Response {
    if (!isRecord(activity)) return Response.json({}, { status: 400 })
    this.say(activity)
    return Response.json({ id: textOf(recordOf(this.activities.at(-1)), 'id') })
  }
}

class FakeSocket implements Socket {
  readonly url: string
  readonly #listener: SocketListener
  isClosed = false

  constructor(url: string, listener: SocketListener) {
    this.url = url
    this.#listener = listener
  }

  close(): void {
    this.isClosed = true
  }

  receive(set: Json): void {
    this.#listener.onMessage(JSON.stringify(set))
  }

  /** The network lets go. */
  drop(): void {
    this.isClosed = true
    this.#listener.onClose()
  }
}

/** Everything that was promised has been kept. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve, 0))
}
