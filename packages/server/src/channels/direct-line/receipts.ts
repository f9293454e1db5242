import type { FastifyBaseLogger } from 'fastify'
import type { Signals } from '../../live/signals.ts'
import type { Receipt } from '../../store/reads.ts'

const SAVE_EVERY_MS = 250
const CONVERSATIONS_MAX = 5_000

/** How far messages got to customers: told at once to who follows, stored for many conversations in one statement. */
export interface Receipts {
  received(workItem: string, receipt: Receipt): void
  stop(): Promise<void>
}

interface ReceiptOptions {
  readonly signals: Signals
  readonly save: (receipts: ReadonlyMap<string, Receipt>) => Promise<void>
  readonly log: FastifyBaseLogger
}

export function createReceipts({ signals, save, log }: ReceiptOptions): Receipts {
  let unsaved = new Map<string, Receipt>()

  function note(workItem: string, { delivered, read }: Receipt): Receipt | null {
    const known = unsaved.get(workItem) ?? { delivered: 0, read: 0 }
    const receipt = { delivered: Math.max(known.delivered, delivered), read: Math.max(known.read, read) }
    if (unsaved.size >= CONVERSATIONS_MAX && !unsaved.has(workItem)) return null
    unsaved.set(workItem, receipt)
    return receipt
  }
  async function flush(): Promise<void> {
    if (unsaved.size === 0) return
    const receipts = unsaved
    unsaved = new Map()
    await save(receipts).catch((error: unknown) => {
      log.warn({ event: 'receipts.notSaved', err: error }, 'how far messages got was not saved; trying again')
      for (const [workItem, receipt] of receipts) note(workItem, receipt)
    })
  }
  const timer = setInterval(() => void flush(), SAVE_EVERY_MS)
  timer.unref()

  return {
    received(workItem, received) {
      const receipt = note(workItem, received)
      if (receipt !== null) signals.send({ type: 'receipt', workItem, ...receipt })
    },
    async stop() {
      clearInterval(timer)
      await flush()
    },
  }
}
