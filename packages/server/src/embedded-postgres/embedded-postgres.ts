import { resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { StartupError } from '../startup-error.ts'
import { findBinaries } from './binaries.ts'
import { type Cluster, prepareCluster, SUPERUSER } from './cluster.ts'
import { findRunning, HOST, type Postmaster, startPostmaster, stopPostmaster } from './postmaster.ts'
import { findProcessOwner } from './process-owner.ts'

const DATABASE = 'unified_routing'
/** Advisory lock of whoever uses the data directory, held by one session as long as its server lives. */
const GUARD_LOCK = 7_283_164
const GUARD_WAIT_MAX_MS = 3_000
const GUARD_RETRY_MS = 100
/** Restarts of a PostgreSQL that died under us, in a row, before we give up: about ten minutes, in which somebody can
 * make room on a full disk. */
const REVIVALS_MAX = 100

export interface EmbeddedPostgresOptions {
  /** The installation's data directory; the cluster lives in `postgres` below it. */
  readonly data: string
  readonly log: { warn(details: object, message: string): void }
  /** PostgreSQL died and could not be started again. */
  readonly onFatal: (error: Error) => void
  /** Other work of a start, done while the process of PostgreSQL comes up and before anybody connects to it. */
  readonly whileItStarts?: () => Promise<unknown>
}

export interface EmbeddedPostgres {
  /** It stays the same when PostgreSQL has to be started again. */
  readonly connectionString: string
  /** Process id of the server, which changes when it has to be started again. */
  pid(): number
  stop(): Promise<void>
}

/** Starts the PostgreSQL of this installation, or takes over the one that a killed server left running.
 *
 * Should PostgreSQL die while we live, it is started again on the same port.
 * Errors: StartupError, one sentence: data of another version or user, in use by another server, no disk. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const data = resolve(options.data)
  const owner = await findProcessOwner(resolve(data, 'postgres'))
  const cluster = await prepareCluster(data, await findBinaries(owner), owner)
  let postmaster = (await findRunning(cluster)) ?? (await startPostmaster(cluster, null, options.whileItStarts))
  const { port } = postmaster
  let stopping = false
  let revival: Promise<void> = Promise.resolve()

  const watch = (guard: pg.Client): pg.Client => {
    guard.once('end', () => {
      if (!stopping) revival = revive().catch(options.onFatal)
    })
    return guard
  }
  const revive = async (): Promise<void> => {
    options.log.warn({ event: 'postgres.lost', pid: postmaster.pid }, 'PostgreSQL lost')
    for (let attempt = 1; !stopping; attempt++) {
      try {
        postmaster = (await findRunning(cluster)) ?? (await startPostmaster(cluster, port))
        guard = watch(await takeGuard(cluster, postmaster))
        options.log.warn({ event: 'postgres.restarted', pid: postmaster.pid }, 'PostgreSQL restarted')
        return
      } catch (error) {
        if (attempt === REVIVALS_MAX) throw error
        await delay(GUARD_RETRY_MS)
      }
    }
  }
  let guard = watch(await takeGuard(cluster, postmaster))
  await createDatabase(guard)

  return {
    connectionString: connectionString(cluster, port, DATABASE),
    pid: () => postmaster.pid,
    stop: async () => {
      stopping = true
      await revival
      await guard.end().catch(() => null)
      await stopPostmaster(postmaster)
    },
  }
}

export function connectionString(cluster: Cluster, port: number, database: string): string {
  return `postgres://${SUPERUSER}:${cluster.password}@${HOST}:${port}/${database}`
}

/** Connects and takes the lock that says this data directory is ours.
 *
 * The session of a killed server ends a moment after it; hence the wait. */
async function takeGuard(cluster: Cluster, postmaster: Postmaster): Promise<pg.Client> {
  const guard = new pg.Client({
    connectionString: connectionString(cluster, postmaster.port, 'postgres'),
    keepAlive: true,
  })
  // An 'end' follows every error of the connection; unheard, the error would end the process.
  guard.on('error', () => null)
  await guard.connect()
  const deadline = performance.now() + GUARD_WAIT_MAX_MS
  while (performance.now() < deadline) {
    const { rows } = await guard.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [GUARD_LOCK])
    if (rows[0]?.taken === true) return guard
    await delay(GUARD_RETRY_MS)
  }
  await guard.end()
  throw new StartupError(
    `The data directory ${cluster.directory} is in use by another server: stop that one, or use another --data directory.`,
  )
}

async function createDatabase(guard: pg.Client): Promise<void> {
  const { rowCount } = await guard.query('select 1 from pg_database where datname = $1', [DATABASE])
  if (rowCount === 0) await guard.query(`create database ${DATABASE}`)
}
