import type { answerLimitsSeconds, PeriodMetricId } from '@unified-routing/contract'
import type { Channel } from '@unified-routing/routing'
import type { Measure, Sums } from '../store/measures.ts'
import { addSums } from './add-sums.ts'

/** What the figures of a period are made of. */
export interface Totals {
  readonly sums: Sums
  /** Answers within the limit of their channel. */
  readonly withinLimit: number
}

/** Within how many seconds work of a channel is to be answered. */
export type AnswerLimits = (channel: Channel) => (typeof answerLimitsSeconds)[number]

export type PeriodFigures = Readonly<Record<PeriodMetricId, number | null>>

/** Adds up rows of sums, each of one channel. */
export function totalOf(
  rows: Iterable<{ readonly channel: Channel; readonly sums: Sums }>,
  limitOf: AnswerLimits,
): Totals {
  const sums: Sums = {}
  let withinLimit = 0
  for (const { channel, sums: more } of rows) {
    addSums(sums, more)
    withinLimit += more[`within${limitOf(channel)}`] ?? 0
  }
  return { sums, withinLimit }
}

/** The figures of the dictionary, of sums. Null: there is nothing to take the mean or the share of. */
export function periodFigures(totals: Totals): PeriodFigures {
  const { sums, withinLimit } = totals
  const sum = (measure: Measure) => sums[measure] ?? 0
  const handleTime = sum('handledMs') + sum('wrapUpMs')
  return {
    created: sum('created'),
    entered: sum('entered'),
    answered: sum('answered'),
    speedToAnswer: ratio(sum('waitMs'), sum('answered')),
    longestAnswered: sum('answered') === 0 ? null : sum('longestWaitMs'),
    serviceLevel: ratio(withinLimit, sum('answered')),
    abandoned: sum('abandoned'),
    abandonRate: ratio(sum('abandoned'), sum('answeredConversations') + sum('abandoned')),
    timeToAbandon: ratio(sum('abandonedMs'), sum('abandoned')),
    overflowed: sum('overflowed'),
    offers: sum('offers'),
    rejected: sum('rejected'),
    missed: sum('missed'),
    rejectionRate: ratio(sum('rejected'), sum('offers')),
    missedRate: ratio(sum('missed'), sum('offers')),
    handled: sum('handled'),
    handleTime,
    averageHandleTime: ratio(handleTime, sum('handled')),
    averageWrapUp: ratio(sum('wrapUpMs'), sum('wrapUps')),
    transferred: sum('transferred'),
    transferRate: ratio(sum('transferred'), sum('handled')),
    closed: sum('closed'),
    lifetime: ratio(sum('lifetimeMs'), sum('closed')),
  }
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}
