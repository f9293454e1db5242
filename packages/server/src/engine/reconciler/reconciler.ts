import { setTimeout as delay } from 'node:timers/promises'
import { systemActor } from '@unified-routing/routing'
import { type PageOfOpenWork, readOpenWorkFacts, readStoredLoad } from '../../store/open-work-facts.ts'
import type { Store } from '../../store/store.ts'
import type { Engine } from '../engine.ts'
import type { EngineLog } from '../engine-options.ts'
import type { LoopMeter } from '../loop-meter.ts'
import { type Difference, findItemDifferences, findLoadDifferences } from './find-differences.ts'

const PAUSE_MS = 5_000
const PAGE = 500
/** While work goes on, the store is read a moment after the router: only what looks the same each time has drifted. */
const LOOKS = 3
const BETWEEN_LOOKS_MS = 500

export interface ReconcilerOptions {
  /** For reading beside the commits. */
  readonly store: Store
  readonly organizationId: string
  readonly engine: Engine
  readonly log: EngineLog
  readonly loop?: LoopMeter
  /** Told of each drift once it is confirmed and before it is mended. */
  readonly onDrift: (drift: Difference) => void
  readonly betweenLooksMs?: number
}

/** Compares what the router has in memory with the rows and with the journal, for as long as it runs. */
export interface Reconciler {
  /** One whole round: all open work, all people, all queues. Resolves with what had drifted and was mended. */
  round(): Promise<readonly Difference[]>
  /** Rounds one after the other, a page every few seconds. */
  start(): void
  stop(): Promise<void>
}

export function createReconciler(options: ReconcilerOptions): Reconciler {
  const { engine, log, loop } = options
  const stopping = new AbortController()
  let running: Promise<void> = Promise.resolve()

  async function round(pause: () => Promise<void>): Promise<readonly Difference[]> {
    const items: Difference[] = []
    let after: PageOfOpenWork['after'] = null
    do {
      const page: PageOfOpenWork = {
        organizationId: options.organizationId,
        after,
        limit: PAGE,
        liveVersion: (id) => engine.router()?.workItem(id)?.version ?? null,
      }
      const look = await lookAtItems(options, page)
      const again = async () => (await lookAtItems(options, page)).differences
      items.push(...(await confirm(options, look.differences, again)))
      after = look.last
      await pause()
    } while (after !== null)
    await mend(options, items)
    // After the items: a row that was wrong would make its holder and its queue look wrong too.
    const load = await confirm(options, await lookAtLoad(options), () => lookAtLoad(options))
    await mend(options, load)
    return [...items, ...load]
  }
  async function run(): Promise<void> {
    const { signal } = stopping
    // After each page: a round over much work takes its time.
    const pause = async () => {
      loop?.cameRound()
      await delay(PAUSE_MS, undefined, { signal, ref: false })
    }
    while (!signal.aborted) {
      try {
        await pause()
        if (engine.role() === 'leader') await round(pause)
      } catch (error) {
        if (signal.aborted) return
        loop?.failed()
        log.warn({ event: 'reconciler.failed', err: error }, 'reconciliation failed; it begins anew')
      }
    }
  }
  return {
    round: () => round(async () => undefined),
    start: () => {
      running = run()
    },
    stop: () => {
      stopping.abort()
      return running
    },
  }
}

async function lookAtItems({ store, engine }: ReconcilerOptions, page: PageOfOpenWork) {
  const facts = await readOpenWorkFacts(store, page)
  const router = await engine.settled()
  const last = facts.length < PAGE ? null : (facts.at(-1) ?? null)
  return { differences: router === null ? [] : findItemDifferences(facts, router), last }
}

async function lookAtLoad({ store, organizationId, engine }: ReconcilerOptions): Promise<readonly Difference[]> {
  const load = await readStoredLoad(store, organizationId)
  const router = await engine.settled()
  if (router === null) return []
  const { representatives = [], queues = [] } = engine.configuration().document
  const nameOf = ({ name }: { readonly name: string }) => name
  return findLoadDifferences(load, router, {
    representatives: representatives.map(nameOf),
    queues: queues.map(nameOf),
  })
}

/** Those of the differences that are there each time one looks. */
async function confirm(
  { betweenLooksMs = BETWEEN_LOOKS_MS }: ReconcilerOptions,
  first: readonly Difference[],
  look: () => Promise<readonly Difference[]>,
): Promise<readonly Difference[]> {
  let confirmed = first
  for (let looks = 1; looks < LOOKS && confirmed.length > 0; looks++) {
    await delay(betweenLooksMs)
    const seen = new Set((await look()).map(({ figure, name, words }) => `${figure} ${name} ${words}`))
    confirmed = confirmed.filter(({ figure, name, words }) => seen.has(`${figure} ${name} ${words}`))
  }
  return confirmed
}

/** Rows are written anew from the router; a router that is wrong is thrown away and rebuilt from the store. */
async function mend({ engine, log, onDrift }: ReconcilerOptions, drifts: readonly Difference[]): Promise<void> {
  for (const drift of drifts) {
    onDrift(drift)
    log.error({ event: 'reconciler.drift', ...drift }, 'router, rows and journal did not agree')
  }
  const workItems = drifts.flatMap(({ mend, name }) => (mend === 'row' ? [name] : []))
  if (drifts.length > 0)
    await engine.submit({
      operation: {
        type: 'mendDrift',
        workItems,
        drifts: drifts.map(({ figure, name, words }) => ({ figure, name, words })),
      },
      actor: systemActor,
      idempotencyKey: null,
      requestHash: null,
      requestId: 'reconciler',
    })
  if (drifts.some(({ mend }) => mend === 'router')) await engine.recover()
}
