import { access, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import pg from 'pg'
import { StartupError } from '../startup-error.ts'
import { findBinaries } from './binaries.ts'
import { type Cluster, prepareCluster } from './cluster.ts'
import { copyTree, type Tree, writeDurably } from './copy-tree.ts'
import { connectionString, startEmbeddedPostgres } from './embedded-postgres.ts'
import { findRunning } from './postmaster.ts'
import { findProcessOwner } from './process-owner.ts'

/** What PostgreSQL makes anew at its start, or must not find there. */
const leftOut: readonly RegExp[] = [
  /^postmaster\.(?:pid|opts)$/,
  /^pg_(?:wal|replslot|dynshmem|notify|serial|snapshots|stat_tmp|subtrans)\//,
  /(?:^|\/)pgsql_tmp/,
  /(?:^|\/)pg_internal\.init/,
]
const LOG_SEGMENT = /^[0-9A-F]{24}$/
/** Written as a whole every time, so two readings that are alike are a whole one. */
const CONTROL_FILE = join('global', 'pg_control')

export interface BackUpOptions {
  /** The data directory of an installation; its server may run, and need not. */
  readonly data: string
  /** Where the copy goes. It must not be there yet, and appears under this name once it is whole. */
  readonly to: string
}

/** Copies everything that an installation keeps, while it works. The copy is a data directory itself: a server started
 * on it has all that was committed when the back-up ended.
 *
 * Errors: StartupError, one sentence: no installation there, or a place that is taken. */
export async function backUp(options: BackUpOptions): Promise<{ readonly to: string; readonly bytes: number }> {
  const data = resolve(options.data)
  const to = resolve(options.to)
  const directory = join(data, 'postgres')
  if (!(await exists(join(directory, 'PG_VERSION'))))
    throw new StartupError(`There is no installation in ${data}: name its data directory with --data.`)
  if (await exists(to)) throw new StartupError(`${to} is there already: choose another name for the back-up.`)
  const owner = await findProcessOwner(directory)
  const cluster = await prepareCluster(data, await findBinaries(owner), owner)
  const running = await findRunning(cluster)
  const server = running === null ? await startEmbeddedPostgres({ data, ...unwatched }) : null
  const address = running === null ? server?.connectionString : connectionString(cluster, running.port, 'postgres')
  try {
    return { to, bytes: await copyInstallation(cluster, { data, to, address: address ?? '' }) }
  } finally {
    await server?.stop()
  }
}

const unwatched = { log: { warn: () => undefined }, onFatal: () => undefined }

interface Copying {
  readonly data: string
  readonly to: string
  readonly address: string
}

async function copyInstallation(cluster: Cluster, { data, to, address }: Copying): Promise<number> {
  const part = join(dirname(to), `.${basename(to)}.part-${process.pid}`)
  const client = new pg.Client({ connectionString: address, keepAlive: true })
  await client.connect()
  try {
    const bytes = await copyCluster(cluster, client, join(part, 'postgres'))
    for (const name of ['postgres-password', 'sign-in.txt']) {
      const content = await readFile(join(data, name)).catch(() => null)
      if (content !== null) await writeDurably(join(part, name), content, null)
    }
    await rename(part, to)
    return bytes
  } finally {
    await client.end()
    await rm(part, { recursive: true, force: true })
  }
}

/** A base back-up by PostgreSQL's own functions: files may change while they are copied, because the log of all changes
 * since the beginning is copied after them, and played over them at the start. */
async function copyCluster({ directory, owner }: Cluster, client: pg.Client, place: string): Promise<number> {
  // Keeps the log from being recycled until it is copied; goes with this session.
  await client.query('select pg_create_physical_replication_slot($1, true, true)', [`back_up_${process.pid}`])
  const { rows: began } = await client.query<{ segment: string }>(
    `select pg_walfile_name(pg_backup_start('unified-routing', true)) as segment`,
  )
  const isLeftOut = (path: string) => leftOut.some((pattern) => pattern.test(path))
  const files: Tree = { from: directory, to: place, owner, leaveOut: isLeftOut }
  const bytes = await copyTree(files)
  await writeDurably(join(place, CONTROL_FILE), await readTwice(join(directory, CONTROL_FILE)), owner)
  const { rows: ended } = await client.query<{ segment: string; label: string }>(
    'select pg_walfile_name(lsn) as segment, labelfile as label from pg_backup_stop(wait_for_archive => false)',
  )
  const [{ segment: from }, { segment: until, label }] = [required(began), required(ended)]
  await writeDurably(join(place, 'backup_label'), label, owner)
  const isPlayed = (name: string) => LOG_SEGMENT.test(name) && name >= from && name <= until
  const log: Tree = {
    ...files,
    from: join(directory, 'pg_wal'),
    to: join(place, 'pg_wal'),
    leaveOut: (name) => !isPlayed(name),
  }
  return bytes + (await copyTree(log))
}

async function readTwice(path: string): Promise<Buffer> {
  let before = await readFile(path)
  for (;;) {
    const now = await readFile(path)
    if (now.equals(before)) return now
    before = now
  }
}

function required<Row>([row]: readonly Row[]): Row {
  if (row === undefined) throw new Error('PostgreSQL did not answer')
  return row
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
