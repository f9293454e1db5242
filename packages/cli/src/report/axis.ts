import type { DurationMs, Instant } from '@unified-routing/routing'
import { formatInstant } from '@unified-routing/routing/sim'
import type { Timeline } from './step-series.ts'
import { DAY_MS, MINUTE_MS, roundStep } from './time-steps.ts'

export interface Tick {
  readonly at: number
  readonly label: string
}

export interface Axis {
  readonly title: string
  readonly from: number
  readonly to: number
  readonly ticks: readonly Tick[]
}

const TICKS_MAX = 6
/** Labels with a date are longer. */
const DATED_TICKS_MAX = 4
const SECOND_MS = 1_000
const HOUR_MS = 60 * MINUTE_MS

/** From zero to a round number above the highest value, in steps of 1, 2 or 5. */
export function countAxis(title: string, highest: number): Axis {
  const top = Math.max(highest, 1)
  const magnitude = 10 ** Math.floor(Math.log10(top / TICKS_MAX))
  const step = [1, 2, 5, 10].map((factor) => factor * magnitude).find((one) => top / one <= TICKS_MAX) ?? top
  const whole = Math.max(1, step)
  const count = Math.ceil(top / whole)
  const ticks = Array.from({ length: count + 1 }, (_, index) => index * whole)
  return { title, from: 0, to: count * whole, ticks: ticks.map((at) => ({ at, label: at.toLocaleString('en') })) }
}

export function shareAxis(title: string): Axis {
  return { title, from: 0, to: 1, ticks: [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, label: `${at * 100} %` })) }
}

/** Of the clock, in UTC; with the date where the run goes beyond a day. */
export function clockAxis({ start, end }: Timeline): Axis {
  const isLong = end - start > DAY_MS
  const step = roundStep(end - start, isLong ? DATED_TICKS_MAX : TICKS_MAX)
  const first = Math.ceil(start / step) * step
  const ticks: Tick[] = []
  for (let at = first; at <= end; at += step) ticks.push({ at, label: clockLabel(at, step, isLong) })
  return { title: 'Time (UTC)', from: start, to: Math.max(end, start + 1), ticks }
}

/** Of durations from zero: what is shown reaches the longest. */
export function durationAxis(title: string, longest: DurationMs): Axis {
  const top = Math.max(longest, SECOND_MS)
  const step = roundStep(top, TICKS_MAX)
  const ticks: Tick[] = []
  for (let at = 0; at <= top; at += step) ticks.push({ at, label: durationText(at) })
  return { title, from: 0, to: top, ticks }
}

/** "0 s", "12.5 s", "4 min 10 s", "2 h 5 min", "3 d 2 h": two units at most. */
export function durationText(ms: DurationMs): string {
  if (ms < MINUTE_MS) return `${Number((ms / SECOND_MS).toFixed(1))} s`
  const units = [
    ['d', DAY_MS],
    ['h', HOUR_MS],
    ['min', MINUTE_MS],
    ['s', SECOND_MS],
  ] as const
  const whole = Math.round(ms / SECOND_MS) * SECOND_MS
  const first = units.findIndex(([, unitMs]) => whole >= unitMs)
  let rest = whole
  const parts = units.slice(first, first + 2).flatMap(([unit, unitMs]) => {
    const count = Math.floor(rest / unitMs)
    rest -= count * unitMs
    return count === 0 ? [] : [`${count} ${unit}`]
  })
  return parts.join(' ')
}

export function clockText(at: Instant): string {
  return formatInstant(Math.round(at))
    .replace('T', ' ')
    .replace(/(\.\d+)?Z$/, '')
}

function clockLabel(at: Instant, stepMs: DurationMs, isLong: boolean): string {
  const [date = '', time = ''] = clockText(at).split(' ')
  if (stepMs >= DAY_MS) return date.slice(5)
  const clock = stepMs < MINUTE_MS ? time : time.slice(0, 5)
  return isLong ? `${date.slice(5)} ${clock}` : clock
}
