import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { startEmbeddedPostgres } from '../../packages/server/src/embedded-postgres/embedded-postgres.ts'
import { isRunning, worksIn } from '../../packages/server/src/embedded-postgres/process-status.ts'
import { migrate } from '../../packages/server/src/store/migrate.ts'
import { openStore } from '../../packages/server/src/store/store.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the migrated database that test databases are cloned from. */
    readonly postgres: string
  }
}

const DIRECTORY = 'unified-routing-test-'

/** The one PostgreSQL of a test run. */
export interface TestPostgres {
  readonly connectionString: string
  stop(): Promise<void>
}

/** Starts the PostgreSQL of this test run with a migrated template, in a directory that goes when it stops. */
export async function startTestPostgres(): Promise<TestPostgres> {
  await removeLeftovers()
  const data = await mkdtemp(join(tmpdir(), `${DIRECTORY}${process.pid}-`))
  const postgres = await startEmbeddedPostgres({
    data,
    log: { warn: () => undefined },
    onFatal: (error) => {
      throw error
    },
  })
  const stop = async () => {
    await postgres.stop()
    await rm(data, { recursive: true, force: true })
  }
  const { connectionString } = postgres
  const store = openStore({ connectionString, connectionsMax: 1, name: 'test template' })
  await migrate(store).catch(async (error) => {
    await stop()
    throw error
  })
  await store.close()
  return { connectionString, stop }
}

/** Makes a fresh, migrated database and returns how to connect to it. It goes with the server, after the run. */
export async function createTestDatabase(): Promise<string> {
  const template = new URL(inject('postgres'))
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const admin = new URL(template)
  admin.pathname = '/postgres'
  const client = new pg.Client({ connectionString: admin.href })
  await client.connect()
  await client.query(`create database ${name} template ${template.pathname.slice(1)}`)
  await client.end()
  const database = new URL(template)
  database.pathname = `/${name}`
  return database.href
}

/** A run that was killed could not clean up: its server is ended and its directory removed. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = Number(/^unified-routing-test-(\d+)-/.exec(name)?.[1] ?? Number.NaN)
    if (Number.isNaN(owner) || (await isRunning(owner))) continue
    const directory = join(tmpdir(), name)
    const noted = await readFile(join(directory, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '')
    const postmaster = Number.parseInt(noted, 10)
    const isOurs = postmaster > 0 && (await worksIn(postmaster, join(directory, 'postgres')))
    if (isOurs === true) process.kill(postmaster, 'SIGQUIT')
    await rm(directory, { recursive: true, force: true })
  }
}
