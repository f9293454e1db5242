import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { z } from 'zod'
import type { Configuration } from '../../packages/routing/src/main.ts'
import { undoAtEnd } from './ending.ts'

const SOCKETS_MAX = 256
const administrator = z.object({ email: z.string(), password: z.string() })
const started = z.object({ url: z.string(), administrator })

export interface BenchServer {
  readonly url: string
  readonly administrator: z.infer<typeof administrator>
  /** Processor and memory of the server's process, without its PostgreSQL. */
  readonly pid: number
  /** Signs in with the password that everybody has; answers the cookie. */
  signIn(email: string): Promise<string>
  /** Sends JSON and answers what came back; fails unless it was done. */
  send(call: Call): Promise<unknown>
  /** An open live stream: calls back for each event, as soon as it can be read. */
  follow(cookie: string, listen: (event: { readonly name: string; readonly data: string }) => void): Promise<void>
  stop(): Promise<void>
}

export interface Call {
  readonly method?: 'GET' | 'POST'
  readonly path: string
  readonly cookie: string
  readonly body?: unknown
}

/** Starts the product's server in a process of its own. */
export async function startBenchServer(options: {
  readonly databaseUrl: string
  /** Where it writes down the password; the same again for a database that was served before. */
  readonly data: string
  readonly configuration: Configuration
}): Promise<BenchServer> {
  const child = fork(join(import.meta.dirname, '..', 'bench-server-process.ts'))
  const ended = once(child, 'exit')
  const stop = undoAtEnd(async () => {
    if (child.connected) child.disconnect()
    await ended
  })
  const first = Promise.race([
    once(child, 'message').then(([message]: unknown[]) => started.parse(message)),
    ended.then(() => Promise.reject(new Error('The server ended before it was ready.'))),
  ])
  child.send(options)
  const { url, administrator: account } = await first.catch(async (error: unknown) => {
    await stop()
    throw error
  })
  const connections = new Agent({ keepAlive: true, maxSockets: SOCKETS_MAX })
  const streams = new Agent({ keepAlive: true })
  return {
    url,
    administrator: account,
    pid: child.pid ?? 0,
    signIn: async (email) => {
      const reply = await exchange(connections, url, {
        path: '/api/auth/sign-in/email',
        cookie: '',
        body: { email, password: account.password },
      })
      return (reply.headers['set-cookie'] ?? []).map((one) => one.split(';', 1)[0]).join('; ')
    },
    send: async (call) => {
      const { text } = await exchange(connections, url, call)
      return text === '' ? null : JSON.parse(text)
    },
    follow: (cookie, listen) => follow({ connections: streams, url, cookie, listen }),
    stop: async () => {
      connections.destroy()
      streams.destroy()
      await stop()
    },
  }
}

interface Reply {
  readonly headers: NodeJS.Dict<string | string[]> & { readonly 'set-cookie'?: string[] | undefined }
  readonly text: string
}

function exchange(connections: Agent, url: string, { method = 'POST', path, cookie, body }: Call): Promise<Reply> {
  const payload = body === undefined ? '' : JSON.stringify(body)
  const headers = {
    cookie,
    origin: url,
    ...(method === 'GET' ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
  }
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, url), { method, agent: connections, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        const { statusCode = 0 } = response
        if (statusCode >= 200 && statusCode < 300) resolve({ headers: response.headers, text })
        else reject(new Error(`${method} ${path}: ${statusCode} ${text}`))
      })
    })
    sent.on('error', reject)
    sent.end(payload)
  })
}

interface Following {
  readonly connections: Agent
  readonly url: string
  readonly cookie: string
  readonly listen: (event: { readonly name: string; readonly data: string }) => void
}

/** Server-sent events as they are written here: `event` before `data`, and each `data` one line. */
function follow({ connections, url, cookie, listen }: Following): Promise<void> {
  return new Promise((resolve, reject) => {
    const stream = request(new URL('/api/v1/live', url), { agent: connections, headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) {
        reject(new Error(`The live stream was answered ${response.statusCode}.`))
        return
      }
      let pending = ''
      response.setEncoding('utf8')
      response.on('error', () => undefined)
      response.on('data', (text: string) => {
        const blocks = (pending + text).split('\n\n')
        pending = blocks.pop() ?? ''
        for (const block of blocks) {
          const name = /^event: (.*)$/m.exec(block)?.[1]
          const data = /^data: (.*)$/m.exec(block)?.[1]
          if (name !== undefined && data !== undefined) listen({ name, data })
        }
      })
      resolve()
    })
    stream.on('error', (error) => reject(error))
    stream.end()
  })
}
