import type { DurationMs } from '@unified-routing/routing'

const SECOND_MS = 1_000
export const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

const steps: readonly DurationMs[] = [
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * SECOND_MS),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE_MS),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR_MS),
  ...[1, 2, 7, 14, 28, 90, 365].map((days) => days * DAY_MS),
]

/** The shortest round step of which at most so many make up the whole. */
export function roundStep(wholeMs: DurationMs, stepsMax: number): DurationMs {
  return steps.find((step) => wholeMs / step <= stepsMax) ?? Math.ceil(wholeMs / stepsMax / DAY_MS) * DAY_MS
}
