import { parseDuration } from '@unified-routing/routing'
import { countOf } from '../../ui/words.ts'

export const durationUnits = ['s', 'm', 'h', 'd'] as const
export type DurationUnit = (typeof durationUnits)[number]

const sizesMs: Readonly<Record<DurationUnit, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }
export const unitWords: Readonly<Record<DurationUnit, string>> = { s: 'second', m: 'minute', h: 'hour', d: 'day' }

/** A duration as a whole number of its largest fitting unit; null: it is none, or a part of a second. */
export function durationParts(duration: string): { readonly count: number; readonly unit: DurationUnit } | null {
  const ms = parseDuration(duration)
  if (ms === null) return null
  const unit = durationUnits.toReversed().find((known) => ms % sizesMs[known] === 0 && ms > 0) ?? 's'
  return ms % sizesMs[unit] === 0 ? { count: ms / sizesMs[unit], unit } : null
}

/** "90 seconds", "2 days"; what is no duration stays as it is written. */
export function durationWords(duration: string): string {
  const parts = durationParts(duration)
  return parts === null ? duration : countOf(parts.count, unitWords[parts.unit])
}
