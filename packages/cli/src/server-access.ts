import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { ApiError, type Client, createClient } from '@unified-routing/client'
import { UserError } from './command.ts'
import { environment, SERVER_URL_DEFAULT } from './config.ts'

/** The flags of every command that speaks to a server. */
export const serverFlags = {
  url: { type: 'string' },
  'api-key': { type: 'string' },
  email: { type: 'string' },
} as const

export const serverHelp = `  --url URL       the server; default UR_URL, else ${SERVER_URL_DEFAULT}
  --api-key KEY   an API key of it; default UR_API_KEY
  --email EMAIL   sign in instead; the password comes from UR_PASSWORD, or is asked for`

export interface ServerFlags {
  readonly url?: string | undefined
  readonly 'api-key'?: string | undefined
  readonly email?: string | undefined
}

/** A client of the server that flags and environment name, ready to be called. */
export async function connect(flags: ServerFlags): Promise<Client> {
  const baseUrl = flags.url ?? environment.url ?? SERVER_URL_DEFAULT
  const apiKey = flags['api-key'] ?? environment.apiKey
  if (flags.email !== undefined) {
    const client = createClient({ baseUrl })
    const password = environment.password ?? (await askPassword(flags.email))
    await explainFailures(client.session.signIn({ email: flags.email, password }))
    return client
  }
  if (apiKey === null) throw new UserError('Give an API key (--api-key or UR_API_KEY) or sign in with --email.')
  return createClient({ baseUrl, apiKey })
}

/** Turns failures of the API into sentences for the terminal; problems keep their paths. */
export async function explainFailures<Reply>(call: Promise<Reply>): Promise<Reply> {
  try {
    return await call
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const lines = error.errors.map(({ path, message }) => `${path}: ${message}`)
    throw new UserError([error.message, ...lines].join('\n'))
  }
}

/** Asks at the terminal without showing what is typed. */
function askPassword(email: string): Promise<string> {
  if (!process.stdin.isTTY) throw new UserError('Set UR_PASSWORD; there is no terminal to ask for the password.')
  process.stderr.write(`Password of ${email}: `)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true })
  return new Promise((resolve) => {
    terminal.question('', (password) => {
      terminal.close()
      process.stderr.write('\n')
      resolve(password)
    })
  })
}
