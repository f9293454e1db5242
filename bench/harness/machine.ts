import { execFileSync } from 'node:child_process'
import { cpus, loadavg, release, totalmem } from 'node:os'
import { findBinaries } from '../../packages/server/src/embedded-postgres/binaries.ts'
import { findProcessOwner } from '../../packages/server/src/embedded-postgres/process-owner.ts'
import type { Machine } from './results-file.ts'

const GB = 1_024 ** 3
/** No data directory yet: the user of PostgreSQL is found as at a first start. */
const NOWHERE = '/nonexistent'

/** Where the figures come from. */
export async function describeMachine(): Promise<Machine> {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    processors: cpus().length,
    memoryGb: Math.round(totalmem() / GB),
    system: `${process.platform} ${release()}`,
    node: process.versions.node,
    postgres: (await findBinaries(await findProcessOwner(NOWHERE))).version,
    loadBefore: loadavg()[0] ?? 0,
  }
}

/** The commit that is measured; with a mark when files differ from it. */
export function commitOf(directory: string): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty', '--abbrev=10', '--exclude=*'], {
      cwd: directory,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return 'unknown'
  }
}
