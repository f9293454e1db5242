import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { StartupError } from '../startup-error.ts'

const run = promisify(execFile)
const USER_NAME = 'postgres'

/** The user that PostgreSQL runs as, since it refuses to run as root. */
export interface ProcessOwner {
  readonly uid: number
  readonly gid: number
}

/** Finds who PostgreSQL shall run as; null: as ourselves, because we are not root.
 *
 * A cluster that exists already keeps its owner; otherwise it is the system's `postgres`, made if there is none. */
export async function findProcessOwner(clusterDirectory: string): Promise<ProcessOwner | null> {
  if (process.getuid?.() !== 0) return null
  const present = await stat(clusterDirectory).catch(() => null)
  if (present !== null && present.uid !== 0) return { uid: present.uid, gid: present.gid }
  return (await lookUp()) ?? (await create())
}

async function lookUp(): Promise<ProcessOwner | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', USER_NAME]), run('id', ['-g', USER_NAME])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return null
  }
}

async function create(): Promise<ProcessOwner> {
  await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', USER_NAME])
    // Alpine and busybox have no useradd.
    .catch(() => run('adduser', ['-S', '-D', '-H', USER_NAME]))
    .catch(() => null)
  const owner = await lookUp()
  if (owner !== null) return owner
  throw new StartupError(
    `PostgreSQL refuses to run as root and the user "${USER_NAME}" could not be made: create it, start as a plain user, or set DATABASE_URL.`,
  )
}
