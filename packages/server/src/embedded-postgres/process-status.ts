import { readFile, readlink } from 'node:fs/promises'

/** True while a process of that id runs; one that has ended and only waits to be buried does not. */
export async function isRunning(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  // The state follows the program's name, which stands in parentheses.
  return status === null || !/\) [ZX] /.test(status)
}

/** Whether a process works in that directory; null where the system does not tell. */
export async function worksIn(pid: number, directory: string): Promise<boolean | null> {
  const present = await readlink(`/proc/${pid}/cwd`).catch(() => null)
  return present === null ? null : present === directory
}
