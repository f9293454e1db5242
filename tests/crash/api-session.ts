import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { crashConfiguration, people } from './organization.ts'

const RETRY_MS = 25
/** Longer than several restarts one after the other on a busy machine. */
const PATIENCE_MS = 180_000

/** Below 500: did not arrive in time, too many in a minute. */
const repeatable: readonly number[] = [408, 429]

export interface Reply {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly body?: unknown
  readonly key?: string
}

/** The API as the administrator, with the patience of a good client: what got no answer is asked again under its key. */
export class ApiSession {
  /** Servers to ask, one after the other, until one answers. */
  readonly #urls: readonly string[]
  #cookie = ''

  constructor(urls: readonly string[]) {
    this.#urls = urls
  }

  async signIn(data: string): Promise<void> {
    const text = await readFile(join(data, 'sign-in.txt'), 'utf8')
    const password = /^Password: (\S+)$/m.exec(text)?.[1] ?? ''
    const reply = await fetch(`${this.#urls[0]}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'admin@example.com', password }),
    })
    if (!reply.ok) throw new Error(`sign-in failed: ${reply.status} ${await reply.text()}`)
    this.#cookie = reply.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
  }

  /** The same account at one of the servers only. */
  at(url: string): ApiSession {
    const session = new ApiSession([url])
    session.#cookie = this.#cookie
    return session
  }

  /** Puts the organization in force, everybody signed in. */
  async prepare(): Promise<void> {
    const present = await fetch(`${this.#urls[0]}/api/v1/configuration`, { headers: { cookie: this.#cookie } })
    const put = await fetch(`${this.#urls[0]}/api/v1/configuration`, {
      method: 'PUT',
      headers: {
        cookie: this.#cookie,
        'content-type': 'application/json',
        'if-match': present.headers.get('etag') ?? '"0"',
      },
      body: JSON.stringify(crashConfiguration),
    })
    if (!put.ok) throw new Error(`configuration refused: ${await put.text()}`)
    await this.#turnRoutingOn()
    for (const name of people) await this.ask({ method: 'POST', path: `/representatives/${name}/sign-in`, body: {} })
  }

  /** Consents, as the tenant administrator that the first account is, and waits for the provisioning. */
  async #turnRoutingOn(): Promise<void> {
    const path = '/unified-routing'
    await this.ask({ method: 'POST', path: `${path}/consent`, body: { onBehalfOfOrganization: true } })
    // Right after a takeover the job runner has not come round yet, and says so.
    while ((await this.ask({ method: 'POST', path: `${path}/enable`, body: {} })).status >= 400) await delay(RETRY_MS)
    await this.turnedOn()
  }

  /** Resolves once unified routing is on. */
  async turnedOn(): Promise<void> {
    const path = '/unified-routing'
    while ((await this.ask({ method: 'GET', path })).body.state !== 'on') await delay(RETRY_MS)
  }

  /** Asks until there is an answer that is not "try again": the same request, the same key. */
  async ask(request: ApiRequest): Promise<Reply> {
    const deadline = performance.now() + PATIENCE_MS
    for (let attempt = 0; performance.now() < deadline; attempt++) {
      const reply = await this.#attempt(request, this.#urls[attempt % this.#urls.length] ?? '')
      if (reply !== null && reply.status < 500 && !repeatable.includes(reply.status)) return reply
      await delay(RETRY_MS)
    }
    throw new Error(`no answer within ${PATIENCE_MS} ms: ${request.method} ${request.path}`)
  }

  /** Who asks. */
  headers(): Readonly<Record<string, string>> {
    return { cookie: this.#cookie }
  }

  /** Asks once; null: no answer. */
  once(request: ApiRequest): Promise<Reply | null> {
    return this.#attempt(request, this.#urls[0] ?? '')
  }

  /** Opens the live stream behind an event. */
  async openStream(after: number, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const headers = { cookie: this.#cookie, 'last-event-id': String(after) }
    const reply = await fetch(`${this.#urls[0]}/api/v1/live`, { headers, signal })
    if (reply.status !== 200 || reply.body === null) throw new Error(`no stream: ${reply.status}`)
    return reply.body
  }

  async #attempt({ method, path, body, key }: ApiRequest, url: string): Promise<Reply | null> {
    try {
      const reply = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          cookie: this.#cookie,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(10_000),
      })
      const answer: unknown = await reply.json()
      return { status: reply.status, body: { ...(typeof answer === 'object' ? answer : null) } }
    } catch {
      return null
    }
  }
}
