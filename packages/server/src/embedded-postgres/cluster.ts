import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, link, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { platform } from 'node:os'
import { join } from 'node:path'
import { StartupError } from '../startup-error.ts'
import type { Binaries } from './binaries.ts'
import type { ProcessOwner } from './process-owner.ts'
import { isRunning } from './process-status.ts'

export const SUPERUSER = 'unified_routing'
const INITIALIZING = 'postgres.initializing-'

/** One PostgreSQL data directory and all that is needed to run its server. */
export interface Cluster {
  readonly directory: string
  readonly logFile: string
  readonly password: string
  readonly binaries: Binaries
  readonly owner: ProcessOwner | null
}

/** How PostgreSQL is told its directory: it is started inside, so no directory above needs to be open to its user.
 *
 * On Linux a process reaches its working directory by this name whatever the permissions on the way there are. */
export function directoryArgument(directory: string): string {
  return platform() === 'linux' ? '/proc/self/cwd' : directory
}

/** What PostgreSQL's programs see of our environment: nothing that could point them elsewhere. */
export const PROGRAM_ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' }

/** Makes the data directory if there is none yet. A crash half-way leaves nothing that looks finished: the cluster is
 * made under a temporary name and renamed when whole. */
export async function prepareCluster(data: string, binaries: Binaries, owner: ProcessOwner | null): Promise<Cluster> {
  await mkdir(data, { recursive: true, mode: 0o700 })
  const directory = join(data, 'postgres')
  const password = await readOrMakePassword(join(data, 'postgres-password'))
  const cluster = { directory, logFile: join(data, 'postgres.log'), password, binaries, owner }
  await removeHalfMade(data)
  if ((await majorVersionOf(directory)) === null) await initialize(cluster, data)
  await checkUsable(cluster)
  return cluster
}

async function majorVersionOf(directory: string): Promise<number | null> {
  const text = await readFile(join(directory, 'PG_VERSION'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw new StartupError(
      `The data directory ${directory} cannot be read (${error.code}): start as the user it belongs to.`,
    )
  })
  return text === null ? null : Number.parseInt(text, 10)
}

async function checkUsable({ directory, binaries }: Cluster): Promise<void> {
  const version = await majorVersionOf(directory)
  if (version !== binaries.majorVersion) {
    throw new StartupError(
      `The data directory ${directory} was written by PostgreSQL ${version}, and this is PostgreSQL ${binaries.majorVersion}: use the release that wrote it, or another --data directory.`,
    )
  }
  const user = process.getuid?.() ?? 0
  const { uid } = await stat(directory)
  if (user !== 0 && uid !== user) {
    throw new StartupError(
      `The data directory ${directory} belongs to user id ${uid}, not to you: start as that user, or use another --data directory.`,
    )
  }
}

/** The superuser's password: random, made once, for our eyes only. */
async function readOrMakePassword(file: string): Promise<string> {
  const temporary = `${file}.${process.pid}`
  const present = await readFile(file, 'utf8').catch(() => null)
  if (present !== null) return present.trim()
  await writeFile(temporary, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  // Of two servers starting at once, the first to link wins and both read the same.
  await link(temporary, file).catch(() => null)
  await rm(temporary)
  return (await readFile(file, 'utf8')).trim()
}

async function removeHalfMade(data: string): Promise<void> {
  for (const name of await readdir(data)) {
    if (!name.startsWith(INITIALIZING)) continue
    const maker = Number(name.slice(INITIALIZING.length))
    if (maker !== process.pid && (await isRunning(maker))) continue
    await rm(join(data, name), { recursive: true, force: true })
  }
}

async function initialize(cluster: Cluster, data: string): Promise<void> {
  const workshop = join(data, `${INITIALIZING}${process.pid}`)
  const directory = join(workshop, 'cluster')
  const passwordFile = join(workshop, 'password')
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    await writeFile(passwordFile, `${cluster.password}\n`, { mode: 0o600 })
    if (cluster.owner !== null) {
      for (const path of [workshop, directory, passwordFile]) await chown(path, cluster.owner.uid, cluster.owner.gid)
    }
    await chmod(workshop, 0o700)
    await runInitdb(cluster, directory)
    // Another server that started at the same moment may have been first; then its cluster is used.
    await rename(directory, cluster.directory).catch(async (error) => {
      if ((await majorVersionOf(cluster.directory)) === null) throw error
    })
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}

async function runInitdb({ binaries, owner }: Cluster, directory: string): Promise<void> {
  const child = spawn(
    binaries.initdb,
    [
      `--pgdata=${directoryArgument(directory)}`,
      `--username=${SUPERUSER}`,
      '--pwfile=../password',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // PostgreSQL's own C.UTF-8: the same order on every machine, whatever locales are installed.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ],
    { cwd: directory, env: PROGRAM_ENVIRONMENT, stdio: ['ignore', 'ignore', 'pipe'], ...owner },
  )
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-2_000)
  })
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      complaint = error.message
      resolve(null)
    })
    child.once('close', resolve)
  })
  if (code === 0) return
  const reason = complaint.trim().split('\n').at(-1) ?? ''
  throw new StartupError(
    `The database could not be made in ${directory} (${reason}): check the disk and its permissions, or use another --data directory.`,
  )
}
