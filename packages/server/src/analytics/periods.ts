import { timeZoneTable } from '@unified-routing/contract'

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

export interface Period {
  readonly from: number
  /** Exclusive. */
  readonly to: number
}

/** The period up to now that a name stands for. It begins at the edge of a quarter, where sums begin. */
export function periodUntil(now: number, name: 'today' | '2h' | '24h', timeZone: string): Period {
  const to = now + 1
  if (name === 'today') return { from: midnightBefore(now, timeZone), to }
  return { from: floorTo(now - (name === '2h' ? 2 * HOUR_MS : DAY_MS), 15 * MINUTE_MS), to }
}

export function floorTo(instant: number, stepMs: number): number {
  return instant - (instant % stepMs)
}

/** Midnight on the clocks of the organization. */
function midnightBefore(instant: number, timeZone: string): number {
  return clockEdges({ from: instant, to: instant + 1 }, timeZone, DAY_MS)[0] ?? instant
}

/** Where each hour, or each day, of a period begins on the clocks of the organization; the first one is the one under
 * way when it begins. */
export function edgesOf(period: Period, timeZone: string, unit: 'hour' | 'day'): readonly number[] {
  return clockEdges(period, timeZone, unit === 'day' ? DAY_MS : HOUR_MS)
}

/** 0 to 23, on the clocks of the organization. */
export function hourOfDay(timeZone: string, { from, to }: Period): (instant: number) => number {
  const zone = timeZoneTable(timeZone, from, to)
  return (instant) => Math.floor((zone.toWallClock(instant) % DAY_MS) / HOUR_MS)
}

function clockEdges({ from, to }: Period, timeZone: string, stepMs: number): number[] {
  const zone = timeZoneTable(timeZone, from - DAY_MS, to + DAY_MS)
  const edges: number[] = []
  for (let wallClock = floorTo(zone.toWallClock(from), stepMs); ; wallClock += stepMs) {
    const edge = zone.toInstant(wallClock)
    if (edge >= to) return edges
    // An hour that the clock skips has no beginning of its own.
    if (edge !== edges.at(-1)) edges.push(edge)
  }
}
