import { drawExponentialMs } from '@unified-routing/routing/sim'

/** One day of traffic takes this long. */
const DAY_MS = 40 * 60_000
const HOURS_OF_DAY = 8
/** How busy each hour of the day is, compared with the average: two peaks and a quiet lunch. */
const busyness = [0.6, 1.2, 1.5, 1.1, 0.7, 1.0, 1.2, 0.7] as const

/** What arrives, with the mean gap between two of a kind at average busyness. */
const meanGapMs = { chat: 14_000, textMessage: 25_000, case: 30_000, lead: 75_000 } as const

export const kindsOfWork = ['chat', 'textMessage', 'case', 'lead'] as const
export type KindOfWork = (typeof kindsOfWork)[number]

/** The wait until the next arrival of a kind, so long after the day began. */
export function nextGapMs(kind: KindOfWork, sinceStartMs: number, random: () => number): number {
  const hour = Math.floor((sinceStartMs / DAY_MS) * HOURS_OF_DAY) % HOURS_OF_DAY
  return drawExponentialMs(random, meanGapMs[kind] / (busyness[hour] ?? 1))
}

/** Days are played one after the other, up to this many. */
const DAYS_MAX = 12

export function isOver(sinceStartMs: number): boolean {
  return sinceStartMs >= DAYS_MAX * DAY_MS
}
