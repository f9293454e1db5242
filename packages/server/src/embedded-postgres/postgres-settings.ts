import { totalmem } from 'node:os'

const MB = 1024 * 1024
/** Of the machine's memory, or of what the container may use: Node and the file cache need theirs, too. */
const SHARED_BUFFERS_SHARE = 8
const SHARED_BUFFERS_MB_MIN = 128
/** Beyond this the work of a busy hour fits, and a start would take longer. */
const SHARED_BUFFERS_MB_MAX = 1024

/** How the embedded PostgreSQL is started; docs/operations.md says why, for those who run their own. */
export function postgresSettings(address: { readonly host: string; readonly port: number }): readonly string[] {
  return [
    `listen_addresses=${address.host}`,
    `port=${address.port}`,
    'unix_socket_directories=',
    'max_connections=100',
    `shared_buffers=${sharedBuffersMb(usableMemory())}MB`,
    // Bounds what a start after a crash replays.
    'max_wal_size=2GB',
    'min_wal_size=1GB',
    'checkpoint_timeout=15min',
    'log_checkpoints=off',
    // Statements may hold what customers wrote.
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
  ]
}

/** The share of memory that PostgreSQL keeps pages in, in whole megabytes. */
export function sharedBuffersMb(memoryBytes: number): number {
  const share = Math.floor(memoryBytes / SHARED_BUFFERS_SHARE / MB)
  return Math.min(SHARED_BUFFERS_MB_MAX, Math.max(SHARED_BUFFERS_MB_MIN, share))
}

function usableMemory(): number {
  const limit = process.constrainedMemory()
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem()
}
