import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { parse } from 'yaml'
import { startServer } from '../../packages/server/src/main.ts'
import { ensureWebBuilt } from '../../scripts/lib/web-build.mjs'
import { ensureWebChat } from '../../scripts/lib/web-chat.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** The real server of this run, with the people and rules of the demo organization and none of its cases. */
    readonly product: { readonly url: string; readonly email: string; readonly password: string }
    /** Where the bundle of Bot Framework Web Chat is. */
    readonly webChat: string
  }
}

const ORGANIZATION = join(import.meta.dirname, '..', '..', 'demo', 'organization.yaml')

/** Builds the pages, starts the product once for all end-to-end tests, and returns what must be undone after them. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  ensureWebBuilt(process.execPath)
  project.provide('webChat', ensureWebChat())
  const data = await mkdtemp(join(tmpdir(), 'unified-routing-e2e-'))
  const removeData = () => rm(data, { recursive: true, force: true })
  try {
    const server = await startServer({
      flags: { port: '0', data, logLevel: 'warn', signInsPerMinute: '1000' },
      // The bots and webhooks of tests are on this very machine.
      environment: { UR_WEBHOOKS_INSIDE: 'true' },
      firstContent: {
        configuration: parse(await readFile(ORGANIZATION, 'utf8')),
        load: async () => undefined,
      },
    })
    if (server.administrator === null) throw new Error('a fresh data directory has an administrator')
    project.provide('product', { url: server.url, ...server.administrator })
    return () => server.stop().finally(removeData)
  } catch (error) {
    await removeData()
    throw error
  }
}
