import { spawn } from 'node:child_process'
import { open, readFile, realpath, rename, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { StartupError } from '../startup-error.ts'
import { type Cluster, directoryArgument, PROGRAM_ENVIRONMENT } from './cluster.ts'
import { postgresSettings } from './postgres-settings.ts'
import { isRunning, worksIn } from './process-status.ts'

export const HOST = '127.0.0.1'
const POLL_MS = 10
/** Crash recovery replays the log since the last checkpoint. */
const READY_WAIT_MAX_MS = 120_000
/** While processes of a killed server still end, or a port was taken meanwhile, a start fails and is tried again. */
const START_ATTEMPTS_MAX = 40
const START_RETRY_MS = 150
/** A fast shutdown writes a checkpoint; after this it is cut short, which is safe but makes the next start slower. */
const FAST_SHUTDOWN_MAX_MS = 30_000

/** A running PostgreSQL server, by what its postmaster.pid says. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
}

/** Finds the server that still runs on this cluster, left by a server of ours that was killed; null: none does. */
export async function findRunning(cluster: Cluster): Promise<Postmaster | null> {
  const noted = await readPidFile(cluster.directory)
  if (noted === null || !(await isRunning(noted.pid))) return null
  if ((await worksIn(noted.pid, await realpath(cluster.directory))) === false) {
    // The id belongs to another program by now, and PostgreSQL would take the note for a living server.
    await rm(join(cluster.directory, 'postmaster.pid'), { force: true })
    return null
  }
  return awaitReady(cluster, noted.pid)
}

/** Starts the server; `port` null: any free one. It survives our death, so that no commit is cut short.
 *
 * `whileItStarts` is called each time that its process has begun, and awaited before it is looked at. */
export async function startPostmaster(
  cluster: Cluster,
  port: number | null,
  whileItStarts: () => Promise<unknown> = nothing,
): Promise<Postmaster> {
  for (let attempt = 1; attempt <= START_ATTEMPTS_MAX; attempt++) {
    const started = await startOnce(cluster, port ?? (await freePort()), whileItStarts)
    if (started !== null) return started
    const other = await findRunning(cluster)
    if (other !== null) return other
    await beginRestoreAgain(cluster)
    await delay(START_RETRY_MS)
  }
  const log = await readFile(cluster.logFile, 'utf8').catch(() => '')
  const reason = log.split('\n').findLast((line) => line.includes('FATAL')) ?? 'no reason given'
  throw new StartupError(`PostgreSQL does not start (${reason.trim()}): see ${cluster.logFile}.`)
}

/** A back-up whose first start was killed: PostgreSQL has put aside what says where the back-up begins, and without it
 * never comes to its end. As long as it says so nothing of its own was written, so it may begin once more. */
async function beginRestoreAgain({ directory, logFile }: Cluster): Promise<void> {
  const log = await readFile(logFile, 'utf8').catch(() => '')
  if (!log.includes('WAL ends before end of online backup')) return
  const label = join(directory, 'backup_label')
  await rename(`${label}.old`, label).catch(() => undefined)
}

/** Stops the server with a fast shutdown and resolves when it is gone. */
export async function stopPostmaster({ pid }: Postmaster): Promise<void> {
  signal(pid, 'SIGINT')
  const deadline = performance.now() + FAST_SHUTDOWN_MAX_MS
  while (await isRunning(pid)) {
    if (performance.now() > deadline) signal(pid, 'SIGQUIT')
    await delay(POLL_MS)
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

const nothing = () => Promise.resolve()

async function startOnce(
  cluster: Cluster,
  port: number,
  whileItStarts: () => Promise<unknown>,
): Promise<Postmaster | null> {
  const log = await open(cluster.logFile, 'w', 0o600)
  try {
    const child = spawn(
      cluster.binaries.postgres,
      [
        '-D',
        directoryArgument(cluster.directory),
        ...postgresSettings({ host: HOST, port }).flatMap((setting) => ['-c', setting]),
      ],
      {
        cwd: cluster.directory,
        env: PROGRAM_ENVIRONMENT,
        stdio: ['ignore', log.fd, log.fd],
        // A process group of its own: Ctrl-C in the terminal shall reach us first.
        detached: true,
        ...cluster.owner,
      },
    )
    const failed = new Promise<null>((resolve) => child.once('error', () => resolve(null)))
    child.unref()
    const { pid } = child
    if (pid === undefined) return await failed
    await whileItStarts()
    return await awaitReady(cluster, pid)
  } finally {
    await log.close()
  }
}

/** Waits until the server accepts connections; null: it ended instead. */
async function awaitReady(cluster: Cluster, pid: number): Promise<Postmaster | null> {
  const deadline = performance.now() + READY_WAIT_MAX_MS
  while (performance.now() < deadline) {
    const noted = await readPidFile(cluster.directory)
    if (noted?.pid === pid && noted.ready) return { pid, port: noted.port }
    if (!(await isRunning(pid))) return null
    await delay(POLL_MS)
  }
  throw new StartupError(
    `PostgreSQL is not ready after ${READY_WAIT_MAX_MS / 1000} seconds: see ${cluster.logFile}, then start again.`,
  )
}

/** Lines: process id, directory, start time, port, socket directory, address, shared memory, status. */
async function readPidFile(directory: string): Promise<(Postmaster & { readonly ready: boolean }) | null> {
  const text = await readFile(join(directory, 'postmaster.pid'), 'utf8').catch(() => null)
  if (text === null) return null
  const lines = text.split('\n')
  const pid = Number(lines[0])
  return pid > 0 ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' } : null
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, HOST, () => {
      const address = probe.address()
      probe.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
