import { createServer } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import { StartupError } from './startup-error.ts'

type Address = Pick<Config, 'host' | 'port'>

/** Fails at once when the server will not be able to listen, before anything else is started. */
export async function requireFreePort({ host, port }: Address): Promise<void> {
  const probe = createServer()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  probe.once('error', (error) => reject(listenTrouble(error, { host, port })))
  probe.listen(port, host, () => probe.close(() => resolve()))
  await promise
}

/** Listens, and answers where. */
export async function listen(server: FastifyInstance, address: Address): Promise<string> {
  try {
    return await server.listen({ host: address.host, port: address.port })
  } catch (error) {
    throw listenTrouble(error, address)
  }
}

function listenTrouble(error: unknown, { host, port }: Address): StartupError {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return new StartupError(sentence(code, host, port), { cause: error })
}

function sentence(code: unknown, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `Port ${port} is in use: stop what uses it, or choose another one with --port.`
  if (code === 'EACCES') return `Port ${port} needs more rights than you have: choose one above 1023 with --port.`
  return `The server cannot listen on ${host}: choose an address of this machine with --host.`
}
