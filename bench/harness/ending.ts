/** What a bench has to undo when it ends: processes and folders. It ends by itself, by a failure, or because it was told to
 * stop; nothing of it is left in any case. */
import { mkdtemp, rm } from 'node:fs/promises'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
// biome-ignore lint/correctness/useImportExtensions: its types stand beside it, in process.d.mts.
import { onStopRequest } from '../../scripts/lib/process.mjs'

type Undo = () => Promise<void>

/** What is not undone by then keeps the rest no longer, which gets as long as this once more. */
const ENDING_MS_MAX = 15_000
const pending = new Set<Undo>()
let isListening = false
let ending = false

/** Answers how to undo it, which happens once, however often it is asked for. What came last is undone first. */
export function undoAtEnd(undo: Undo): Undo {
  listen()
  let undone: Promise<void> | null = null
  const undoOnce = (): Promise<void> => {
    undone ??= undo().finally(() => pending.delete(undoOnce))
    return undone
  }
  pending.add(undoOnce)
  return undoOnce
}

/** What is being started: it is stopped at the end, also when the end comes before it has started. */
export async function stoppedAtEnd<One extends { readonly stop: Undo }>(starting: Promise<One>): Promise<One> {
  const stop = undoAtEnd(async () => {
    const one = await starting.catch(() => null)
    await one?.stop()
  })
  return { ...(await starting), stop }
}

export interface TemporaryDirectory {
  readonly path: string
  remove(): Promise<void>
}

export async function temporaryDirectory(of: string): Promise<TemporaryDirectory> {
  const path = await mkdtemp(join(tmpdir(), `unified-routing-${of}-`))
  return { path, remove: undoAtEnd(() => rm(path, { recursive: true, force: true })) }
}

/** Whether it is being stopped: nothing new is begun. */
export function isEnding(): boolean {
  return ending
}

/** For a process that a bench has forked: it ends with its parent. The signals of the terminal are for the parent. */
export function endWithParent(): void {
  isListening = true
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
  process.once('disconnect', () => void end(0))
  process.on('uncaughtException', fail)
}

function listen(): void {
  if (isListening) return
  isListening = true
  onStopRequest((signal) => void end(128 + constants.signals[signal]))
  process.on('uncaughtException', fail)
}

function fail(error: Error): void {
  // What is stopped in mid-work fails, and nobody wants to hear of it.
  if (ending) return
  console.error(error)
  void end(1)
}

async function end(exitCode: number): Promise<void> {
  if (ending) return
  ending = true
  process.exitCode = exitCode
  setTimeout(() => {
    for (const undo of pending) void undo().catch((error: unknown) => console.error(error))
    setTimeout(() => process.exit(exitCode), ENDING_MS_MAX)
  }, ENDING_MS_MAX)
  for (const undo of [...pending].reverse()) await undo().catch((error: unknown) => console.error(error))
  process.exit(exitCode)
}
