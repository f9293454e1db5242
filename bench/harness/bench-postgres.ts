import { join } from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres } from '../../packages/server/src/embedded-postgres/embedded-postgres.ts'
import { stoppedAtEnd, temporaryDirectory } from './ending.ts'

export interface BenchPostgres {
  /** Of the server's own database. */
  readonly connectionString: string
  readonly directory: string
  /** For a server on one of its databases: where that writes down its password. */
  readonly serverData: string
  /** Makes a database beside it, empty or as another that nobody uses, and says how to reach it. */
  createDatabase(name: string, like?: string): Promise<string>
  /** Bytes of its journal that were written so far, by everybody. */
  walBytes(): Promise<number>
  version(): Promise<string>
  stop(): Promise<void>
}

/** The PostgreSQL that comes with the product, as the product starts it, on a data directory of its own. */
export async function startBenchPostgres(): Promise<BenchPostgres> {
  const { path: directory, remove } = await temporaryDirectory('bench')
  const onFatal = (error: Error) => {
    throw error
  }
  const postgres = await stoppedAtEnd(startEmbeddedPostgres({ data: directory, log: { warn: console.warn }, onFatal }))
  const { connectionString } = postgres
  const client = new pg.Client({ connectionString })
  client.on('error', () => undefined)
  await client.connect()
  const value = async (query: string): Promise<string> => {
    const { rows } = await client.query<{ value: string }>(query)
    return rows[0]?.value ?? ''
  }
  return {
    connectionString,
    directory,
    serverData: join(directory, 'server'),
    createDatabase: async (name, like = 'template1') => {
      await client.query(`create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(like)}`)
      const url = new URL(connectionString)
      url.pathname = `/${name}`
      return url.href
    },
    walBytes: async () => Number(await value("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') as value")),
    version: () => value("select current_setting('server_version') as value"),
    stop: async () => {
      await client.end()
      await postgres.stop()
      await remove()
    },
  }
}
