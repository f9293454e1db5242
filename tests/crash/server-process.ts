import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { isRunning } from '../../packages/server/src/embedded-postgres/process-status.ts'

const COMMAND = join(import.meta.dirname, '../../packages/cli/src/main.ts')
const FAULTY = join(import.meta.dirname, 'faulty-server.ts')
const READY_WAIT_MAX_MS = 60_000

/** A server as users start it, in a process of its own, to be killed. */
export class ServerProcess {
  readonly url: string
  readonly data: string
  readonly #port: number
  readonly #environment: Readonly<Record<string, string>>
  #child: ChildProcess | null = null
  #output = ''

  constructor(options: { data: string; port: number; environment?: Readonly<Record<string, string>> }) {
    this.data = options.data
    this.#port = options.port
    this.#environment = options.environment ?? {}
    this.url = `http://127.0.0.1:${options.port}`
  }

  /** Starts the process and waits until it serves and routes, or serves and follows. */
  async start(): Promise<void> {
    const child = this.#spawn([COMMAND, 'start', '--empty', '--port', String(this.#port), '--data', this.data], {})
    await this.#untilServing(child)
  }

  /** Starts it with what shall go wrong in it (faulty-server.ts). */
  async startFaulty(faults: Readonly<Record<string, string>>): Promise<void> {
    const child = this.#spawn([FAULTY], faults)
    await this.#untilServing(child).catch((error: unknown) => {
      if (child.signalCode !== 'SIGKILL') throw error
    })
  }

  /** Resolves when the process has ended by itself. */
  async ended(): Promise<void> {
    const child = this.#child
    if (child !== null && child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }

  /** Bytes of memory that it holds. */
  async residentBytes(): Promise<number> {
    const text = await readFile(`/proc/${this.#child?.pid}/status`, 'utf8')
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) * 1_024
  }

  #spawn(command: readonly string[], faults: Readonly<Record<string, string>>): ChildProcess {
    const own = { PORT: String(this.#port), UR_DATA: this.data, UR_LOG_LEVEL: 'warn' }
    const child = spawn(process.execPath, command, {
      env: { ...process.env, ...own, ...this.#environment, ...faults },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    this.#output = ''
    // Nobody reads what is said to people, which a server must not mind.
    child.stdout.destroy()
    child.stderr.on('data', (chunk: Buffer) => {
      this.#output = (this.#output + chunk.toString()).slice(-20_000)
    })
    return child
  }

  get output(): string {
    return this.#output
  }

  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM')
  }

  /** Stops the process in its tracks (SIGSTOP) or lets it go on (SIGCONT). */
  signal(name: 'SIGSTOP' | 'SIGCONT'): void {
    this.#child?.kill(name)
  }

  /** Process id of the embedded PostgreSQL, whoever started it; null: none runs. */
  async postgresPid(): Promise<number | null> {
    const text = await readFile(join(this.data, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '')
    const pid = Number.parseInt(text, 10)
    return pid > 0 && (await isRunning(pid)) ? pid : null
  }

  /** Where the embedded PostgreSQL answers at this moment. */
  async connectionString(): Promise<string> {
    const note = await readFile(join(this.data, 'postgres', 'postmaster.pid'), 'utf8')
    const password = await readFile(join(this.data, 'postgres-password'), 'utf8')
    return `postgres://unified_routing:${password.trim()}@127.0.0.1:${note.split('\n')[3]}/unified_routing`
  }

  async #untilServing(child: ChildProcess): Promise<void> {
    const deadline = performance.now() + READY_WAIT_MAX_MS
    while (performance.now() < deadline) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`the server ended by itself:\n${this.#output}`)
      const reply = await fetch(`${this.url}/healthz`).catch(() => null)
      if (reply?.ok === true) return
      await delay(20)
    }
    throw new Error(`the server does not serve after ${READY_WAIT_MAX_MS} ms:\n${this.#output}`)
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child
    this.#child = null
    if (child === null || child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    child.kill(signal)
    await exit
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      if (address === null || typeof address === 'string') reject(new Error('no port'))
      else probe.close(() => resolve(address.port))
    })
  })
}
