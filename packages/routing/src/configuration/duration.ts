import type { DurationMs } from '../vocabulary.ts'

const MS_PER_SECOND = 1_000
const MS_PER_MINUTE = 60 * MS_PER_SECOND
const MS_PER_HOUR = 60 * MS_PER_MINUTE
const MS_PER_DAY = 24 * MS_PER_HOUR

/** A hundred years: far beyond any setting, far below what would lose milliseconds. */
const DURATION_MAX_MS = 36_525 * MS_PER_DAY

const shortForm = /^(\d{1,13}(?:\.\d{1,3})?)(ms|s|m|h|d)$/
const isoForm = /^P(?:(\d{1,6})W)?(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,3})?)S)?)?$/

const msPerUnit: Readonly<Record<string, number>> = {
  ms: 1,
  s: MS_PER_SECOND,
  m: MS_PER_MINUTE,
  h: MS_PER_HOUR,
  d: MS_PER_DAY,
}

/** Reads a duration of the configuration document: ISO 8601 ("PT90S", "P2D") or short ("90s", "5m", "2h", "1d").
 *
 * Shape:  null when the text is neither. Years and months are refused: their length depends on the date.
 * Limits: a hundred years. */
export function parseDuration(text: string): DurationMs | null {
  const ms = parseShortForm(text) ?? parseIsoForm(text)
  return ms === null || ms > DURATION_MAX_MS ? null : Math.round(ms)
}

/** The milliseconds of a duration that validation has already accepted; zero for anything else. */
export function durationMs(text: string): DurationMs {
  return parseDuration(text) ?? 0
}

/** A duration in the largest unit that shows it exactly: "90s", "5m", "2d". */
export function formatDuration(ms: DurationMs): string {
  const units = [
    ['d', MS_PER_DAY],
    ['h', MS_PER_HOUR],
    ['m', MS_PER_MINUTE],
    ['s', MS_PER_SECOND],
  ] as const
  if (ms === 0) return '0s'
  for (const [unit, length] of units) if (ms % length === 0) return `${ms / length}${unit}`
  return `${ms}ms`
}

function parseShortForm(text: string): number | null {
  const match = shortForm.exec(text)
  if (match === null) return null
  return Number(match[1]) * (msPerUnit[match[2] ?? ''] ?? 0)
}

function parseIsoForm(text: string): number | null {
  const match = isoForm.exec(text)
  if (match === null || text.endsWith('P') || text.endsWith('T')) return null
  const [, weeks = '0', days = '0', hours = '0', minutes = '0', seconds = '0'] = match
  return (
    (Number(weeks) * 7 + Number(days)) * MS_PER_DAY +
    Number(hours) * MS_PER_HOUR +
    Number(minutes) * MS_PER_MINUTE +
    Number(seconds) * MS_PER_SECOND
  )
}
