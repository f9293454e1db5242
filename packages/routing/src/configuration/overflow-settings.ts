import type { DurationMs } from '../vocabulary.ts'
import type { InQueueOverflow, OverflowAction, OverflowRule } from './document.ts'
import { durationMs } from './duration.ts'

/** An overflow rule before queueing, its durations in milliseconds. */
export type BeforeQueueOverflow =
  | { readonly trigger: 'outOfOperatingHours'; readonly action: OverflowAction }
  | { readonly trigger: 'workItemLimit'; readonly limit: number; readonly action: OverflowAction }
  | { readonly trigger: 'averageWait'; readonly waitMs: DurationMs; readonly action: OverflowAction }

export interface InQueueOverflowSettings {
  readonly waitingLongerThanMs: DurationMs
  readonly action: OverflowAction
}

/** The overflow rules before queueing in the order in which they are checked: operating hours first, then as written.
 *
 * Operating hours without a rule for them get the reference's default pair, "assign to queue anyway". */
export function beforeQueueOverflow(
  rules: readonly OverflowRule[] | undefined,
  hasOperatingHours: boolean,
): readonly BeforeQueueOverflow[] {
  const read = (rules ?? []).map(beforeQueueRule)
  const byHours = read.filter((rule) => rule.trigger === 'outOfOperatingHours')
  const others = read.filter((rule) => rule.trigger !== 'outOfOperatingHours')
  if (byHours.length > 0) return [...byHours, ...others]
  return hasOperatingHours ? [{ trigger: 'outOfOperatingHours', action: 'assignAnyway' }, ...others] : others
}

/** The rules for items that wait, shortest limit first. */
export function inQueueOverflow(rules: readonly InQueueOverflow[] | undefined): readonly InQueueOverflowSettings[] {
  return (rules ?? [])
    .map(({ waitingLongerThan, do: action }) => ({ waitingLongerThanMs: durationMs(waitingLongerThan), action }))
    .sort((left, right) => left.waitingLongerThanMs - right.waitingLongerThanMs)
}

function beforeQueueRule({ when, do: action }: OverflowRule): BeforeQueueOverflow {
  if (when === 'outOfOperatingHours') return { trigger: 'outOfOperatingHours', action }
  if ('workItemLimit' in when) return { trigger: 'workItemLimit', limit: when.workItemLimit, action }
  return { trigger: 'averageWait', waitMs: durationMs(when.averageWait), action }
}
