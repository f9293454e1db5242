import { closeSync, constants, fstatSync, openSync, writeSync } from 'node:fs'
import type { DestinationStream } from 'pino'

const STANDARD_ERROR = 2
/** What waits for a reader or for room; lines beyond it are lost, and counted. */
const WAITING_BYTES_MAX = 4 * 1024 * 1024
const RETRY_MS = 200

export interface LogOutputOptions {
  /** Writes what it can of these bytes and answers how many. Errors: nothing can be written now. */
  readonly write: (bytes: Uint8Array) => number
  /** The line that tells how many were lost. */
  readonly lostLine: (lines: number) => string
}

export interface LogOutput extends DestinationStream {
  /** Tries once more to write what waits. */
  flush(): void
}

/** Where the log goes. A full disk, or a reader that does not read, costs lines and never time: what cannot be written
 * waits, and beyond 4 MiB is lost and told of. */
export function createLogOutput({ write, lostLine }: LogOutputOptions): LogOutput {
  let waiting: Buffer[] = []
  let waitingBytes = 0
  let lost = 0
  let isRetrying = false

  function keep(bytes: Buffer): void {
    waiting.push(bytes)
    waitingBytes += bytes.length
  }
  /** Answers what is left. */
  function writeSome(bytes: Buffer): Buffer {
    try {
      return bytes.subarray(write(bytes))
    } catch {
      return bytes
    }
  }
  function flush(): void {
    isRetrying = false
    if (waitingBytes === 0) return
    const rest = writeSome(Buffer.concat(waiting, waitingBytes))
    waiting = []
    waitingBytes = 0
    if (rest.length > 0) {
      keep(rest)
      tryLater()
    } else if (lost > 0) {
      const line = lostLine(lost)
      lost = 0
      add(line)
    }
  }
  function tryLater(): void {
    if (isRetrying) return
    isRetrying = true
    setTimeout(flush, RETRY_MS).unref()
  }
  function add(line: string): void {
    const bytes = Buffer.from(line)
    const rest = waitingBytes === 0 ? writeSome(bytes) : bytes
    if (rest.length === 0) return
    if (waitingBytes + rest.length > WAITING_BYTES_MAX) lost++
    else keep(rest)
    tryLater()
  }
  return { write: add, flush }
}

/** Standard error, for writing without waiting where the system has it so: of a pipe that nobody empties, Linux says so
 * instead of keeping the whole server waiting. */
export function writeToStandardError(): LogOutputOptions['write'] {
  const descriptor = openUnblocked()
  return (bytes) => writeSync(descriptor, bytes)
}

function openUnblocked(): number {
  // A file never keeps anybody waiting; opened anew, it would not know how far standard output has come in it.
  if (!fstatSync(STANDARD_ERROR).isFIFO()) return STANDARD_ERROR
  try {
    const descriptor = openSync('/proc/self/fd/2', constants.O_WRONLY | constants.O_NONBLOCK)
    process.once('exit', () => closeSync(descriptor))
    return descriptor
  } catch {
    // Another system than Linux.
    return STANDARD_ERROR
  }
}
