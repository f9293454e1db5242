import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { temporaryDirectory, undoAtEnd } from '../harness/ending.ts'
import { freePort } from '../harness/free-port.ts'

export interface BenchRedis {
  readonly host: string
  readonly port: number
  readonly version: string
  stop(): Promise<void>
}

/** A Redis that writes each command to disk before it answers; null: there is none on this machine. */
export async function startRedis(): Promise<BenchRedis | null> {
  const { stdout, error } = spawnSync('redis-server', ['--version'], { encoding: 'utf8' })
  if (error !== undefined) return null
  const host = '127.0.0.1'
  const port = await freePort()
  const directory = await temporaryDirectory('bench-redis')
  const settings = { bind: host, port, dir: directory.path, appendonly: 'yes', appendfsync: 'always', save: '' }
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)])
  const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const stop = undoAtEnd(async () => {
    child.kill()
    await ended
    await directory.remove()
  })
  for await (const chunk of child.stdout) if (String(chunk).includes('Ready to accept connections')) break
  child.stdout.resume()
  return {
    host,
    port,
    version: /v=([0-9.]+)/.exec(stdout)?.[1] ?? 'unknown',
    stop,
  }
}
