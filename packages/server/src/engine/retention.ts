import { setTimeout as delay } from 'node:timers/promises'
import { removeClosedWork } from '../store/closed-work.ts'
import { monthsAfter } from '../store/journal-partitions.ts'
import { dropOldPartitions } from '../store/journal-retention.ts'
import type { Store } from '../store/store.ts'
import type { Engine } from './engine.ts'
import type { EngineLog } from './engine-options.ts'
import type { LoopMeter } from './loop-meter.ts'

const FIRST_AFTER_MS = 60_000
const PAUSE_MS = 60 * 60_000
const ITEMS_PER_STEP_MAX = 500
const BETWEEN_STEPS_MS = 200

export interface RetentionOptions {
  /** For work beside the commits. */
  readonly store: Store
  readonly organizationId: string
  readonly engine: Pick<Engine, 'role'>
  /** 0: everything is kept. */
  readonly keptMonths: number
  readonly now: () => number
  readonly log: EngineLog
  readonly loop?: LoopMeter
}

export interface Retention {
  /** Removes all whose time is over; resolves with how much that was. */
  pass(): Promise<{ readonly workItems: number; readonly partitions: readonly string[] }>
  /** A pass every hour, on the server that routes. */
  start(): void
  stop(): Promise<void>
}

/** Removes closed work and its journal once they are older than whole months that are kept.
 *
 * Work that is not closed stays with all of its journal, however old; so do records, contacts, the audit log, versions of
 * the configuration, and the sums of the figures. */
export function createRetention({
  store,
  organizationId,
  engine,
  keptMonths,
  now,
  log,
  loop,
}: RetentionOptions): Retention {
  const stopping = new AbortController()
  const { signal } = stopping
  let running: Promise<void> = Promise.resolve()

  async function pass(): ReturnType<Retention['pass']> {
    if (keptMonths === 0) return { workItems: 0, partitions: [] }
    const before = monthsAfter(now(), -keptMonths)
    const limit = ITEMS_PER_STEP_MAX
    let workItems = 0
    for (let removed = limit; removed === limit && !signal.aborted; ) {
      removed = await removeClosedWork(store, { organizationId, before, limit })
      workItems += removed
      if (removed === limit) await delay(BETWEEN_STEPS_MS, undefined, { signal })
    }
    const partitions = await dropOldPartitions(store, before)
    if (workItems > 0 || partitions.length > 0)
      log.info({ event: 'retention.removed', workItems, partitions }, 'old closed work removed')
    return { workItems, partitions }
  }
  async function run(): Promise<void> {
    for (let pauseMs = FIRST_AFTER_MS; !signal.aborted; pauseMs = PAUSE_MS) {
      try {
        await delay(pauseMs, undefined, { signal, ref: false })
        if (engine.role() === 'leader') await pass()
        loop?.cameRound()
      } catch (error) {
        if (signal.aborted) return
        loop?.failed()
        log.warn({ event: 'retention.failed', err: error }, 'old work not removed; tried again later')
      }
    }
  }
  return {
    pass,
    start: () => {
      if (keptMonths > 0) running = run()
    },
    stop: () => {
      stopping.abort()
      return running
    },
  }
}
