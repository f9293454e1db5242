import { settingKinds } from '@unified-routing/contract'
import type { Router, WorkItem } from '@unified-routing/routing'
import type { Engine } from '../engine/engine.ts'
import type { EngineLog } from '../engine/engine-options.ts'
import type { LoopMeter } from '../engine/loop-meter.ts'
import type { Settings } from '../settings/settings.ts'
import { type FigureReach, type FigureRow, type FiguresQuery, readFigures, readTrends } from '../store/figures.ts'
import { readQueueRenamings } from '../store/queue-renamings.ts'
import type { Store } from '../store/store.ts'
import { answerLimits } from './answer-limits.ts'
import { createBeyondAll } from './beyond-all.ts'
import { personBucketMinutes, queueBucketMinutes } from './buckets.ts'
import { createFigureCounter, type FigureCounter } from './figure-counter.ts'
import { formerNames } from './former-names.ts'
import { type AnswerLimits, type PeriodFigures, periodFigures, totalOf } from './period-figures.ts'

/** The figures of any period, as far as they are counted. */
export interface Figures {
  read(question: FiguresQuestion): Promise<readonly FigureRow[]>
  /** How much work entered each queue, by the beginning of the quarter of an hour. */
  readTrends(question: TrendsQuestion): Promise<ReadonlyMap<string, ReadonlyMap<number, number>>>
  /** Makes figures of rows, by the service levels in force. */
  reader(): Promise<{
    readonly valuesOf: (rows: readonly FigureRow[]) => PeriodFigures
    readonly limitOf: AnswerLimits
  }>
  /** Judges whether waiting work could be given to nobody. */
  readonly beyondAll: (router: Router) => (item: WorkItem) => boolean
  readonly counter: FigureCounter
}

export interface FiguresQuestion extends Pick<FiguresQuery, 'from' | 'to' | 'by'> {
  /** The work that counts; null: all. */
  readonly reach: FigureReach | null
  /** Each absent: any. */
  readonly queues?: readonly string[] | undefined
  readonly representatives?: readonly string[] | undefined
  readonly channels?: readonly string[] | undefined
  /** By time: where each stretch begins, in order. */
  readonly edges?: readonly number[]
}

export interface TrendsQuestion {
  readonly from: number
  readonly to: number
  /** Absent: all. */
  readonly queues: readonly string[] | undefined
  readonly reach: FigureReach | null
}

export interface FiguresOptions {
  readonly store: Store
  readonly organizationId: string
  readonly engine: Engine
  readonly log: EngineLog
  readonly loop?: LoopMeter
  readonly settings: Pick<Settings, 'list'>
  readonly now: () => number
  /** Of a representative, as the configuration in force says. */
  readonly businessUnitOf: (representative: string) => string
}

/** Begins to count at once; stop the counter before the store is closed. */
export function createFigures(options: FiguresOptions): Figures {
  const { store, organizationId, settings, now } = options
  const namesSince = async (since: number) => ({
    formerNames: formerNames(await readQueueRenamings(store, organizationId, { since })),
  })
  return {
    counter: createFigureCounter(options),
    beyondAll: createBeyondAll(now),
    readTrends: async ({ queues, ...rest }) => {
      const former = await namesSince(rest.from)
      const query = { ...rest, organizationId, minutes: queueBucketMinutes, queues: queues ?? null, ...former }
      const trends = new Map<string, Map<number, number>>()
      for (const { queue, from: at, entered } of await readTrends(store, query)) {
        const trend = trends.get(queue) ?? new Map<number, number>()
        trends.set(queue, trend.set(at, entered))
      }
      return trends
    },
    reader: async () => {
      const limitOf = answerLimits(await settings.list(settingKinds.serviceLevel))
      return { limitOf, valuesOf: (rows) => periodFigures(totalOf(rows, limitOf)) }
    },
    read: async ({ from, to, by, reach, queues, representatives, channels, edges = [] }) => {
      const isOfPeople = by === 'representative' || representatives !== undefined
      return readFigures(store, {
        organizationId,
        minutes: isOfPeople ? personBucketMinutes : queueBucketMinutes,
        from,
        to,
        by,
        queues: queues ?? null,
        representatives: representatives ?? null,
        channels: channels ?? null,
        edges,
        reach,
        ...(await namesSince(from)),
      })
    },
  }
}
