import { type LiveSignal, liveSignal } from '@unified-routing/contract'
import { z } from 'zod'
import { createSignals, type Signals } from './signals.ts'

/** Signals wait so long for others to be told with them: ten notices a second at most. */
const COLLECT_MS = 100
/** What waits to be told; beyond it new signals stay on this server. */
const WAITING_MAX = 2_000

const notice = z.object({ server: z.string(), signals: z.array(liveSignal) })

export interface SharedSignals extends Signals {
  stop(): Promise<void>
}

export interface SharedSignalsOptions {
  /** Names this server to the others. */
  readonly server: string
  readonly bytesMax: number
  /** Tells the other servers. */
  readonly tell: (text: string) => Promise<void>
  readonly onTrouble: (error: unknown) => void
  /** Hears what other servers tell; returns how to stop. */
  readonly listen: (onNotice: (text: string) => void) => () => Promise<void>
}

/** Signals that reach whoever listens on any server of the database: here at once, elsewhere a moment later.
 *
 * Of the same typing, and of the receipts of a conversation, only the latest is told. Trouble with the others is noted
 * and nothing else: what passes by may be missed. */
export function createSharedSignals(options: SharedSignalsOptions): SharedSignals {
  const { server, bytesMax, tell, onTrouble, listen } = options
  const here = createSignals()
  const waiting = new Map<string, LiveSignal>()
  let timer: NodeJS.Timeout | null = null

  function flush(): void {
    timer = null
    const signals = takeSome(waiting, bytesMax - server.length - NOTICE_FRAME_BYTES)
    if (waiting.size > 0) flushSoon()
    if (signals.length > 0) tell(JSON.stringify({ server, signals })).catch(onTrouble)
  }
  function flushSoon(): void {
    timer ??= setTimeout(flush, COLLECT_MS)
    timer.unref()
  }
  const stopListening = listen((text) => {
    const heard = notice.safeParse(parsed(text))
    if (!heard.success || heard.data.server === server) return
    for (const signal of heard.data.signals) here.send(signal)
  })
  return {
    send(signal) {
      here.send(signal)
      const key = keyOf(signal)
      if (waiting.size >= WAITING_MAX && !waiting.has(key)) return
      waiting.set(key, signal)
      flushSoon()
    },
    listen: here.listen,
    async stop() {
      if (timer !== null) clearTimeout(timer)
      await stopListening()
    },
  }
}

/** Room for what stands around the signals in a notice. */
const NOTICE_FRAME_BYTES = 64

function keyOf(signal: LiveSignal): string {
  const { type, workItem } = signal
  return type === 'receipt' ? `receipt ${workItem}` : `typing ${workItem} ${signal.from} ${signal.author ?? ''}`
}

/** Takes out as many as fit, the oldest first; one that fits nowhere is dropped. */
function takeSome(waiting: Map<string, LiveSignal>, bytesMax: number): LiveSignal[] {
  const taken: LiveSignal[] = []
  let bytes = 0
  for (const [key, signal] of waiting) {
    const size = Buffer.byteLength(JSON.stringify(signal)) + 1
    if (bytes + size > bytesMax && taken.length > 0) break
    waiting.delete(key)
    if (size > bytesMax) continue
    taken.push(signal)
    bytes += size
  }
  return taken
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
