import type { DurationMs, Instant } from '@unified-routing/routing'
import { roundStep } from './time-steps.ts'

/** How the time of a run is counted: in equal spans for every figure, so that all charts share their axis. */
export interface Timeline {
  readonly start: Instant
  readonly end: Instant
  readonly spanMs: DurationMs
  readonly spans: number
}

/** About as many spans as the eye tells apart in the width of a chart, each of a round length; the last may be cut short. */
const SPANS_MAX = 120

export function timelineOf(start: Instant, end: Instant): Timeline {
  const spanMs = roundStep(end - start, SPANS_MAX)
  return { start, end, spanMs, spans: Math.max(1, Math.ceil((end - start) / spanMs)) }
}

export function spanAt({ start, spanMs, spans }: Timeline, at: Instant): number {
  return Math.min(spans - 1, Math.max(0, Math.floor((at - start) / spanMs)))
}

export function spanStart({ start, spanMs }: Timeline, span: number): Instant {
  return start + span * spanMs
}

/** A number that jumps as things happen: its highest value in each span of time, and its mean over all of it.
 *
 * A value that lasts for no time, such as of work that is assigned as it comes, does not count. */
export class StepSeries {
  readonly #timeline: Timeline
  readonly #peaks: number[]
  #value = 0
  #since: Instant
  #area = 0

  constructor(timeline: Timeline) {
    this.#timeline = timeline
    this.#since = timeline.start
    this.#peaks = Array.from({ length: timeline.spans }, () => 0)
  }

  add(at: Instant, change: number): void {
    this.#goOn(at)
    this.#value += change
  }

  get value(): number {
    return this.#value
  }

  /** The peaks by span, the mean over time, and the highest peak, with what stands at the end. */
  finish(): { readonly peaks: readonly number[]; readonly mean: number; readonly peak: number } {
    const { start, end, spans } = this.#timeline
    this.#goOn(end)
    this.#raise(spans - 1)
    return {
      peaks: this.#peaks,
      mean: end === start ? this.#value : this.#area / (end - start),
      peak: this.#peaks.reduce((most, peak) => Math.max(most, peak), 0),
    }
  }

  #goOn(at: Instant): void {
    if (at <= this.#since) return
    this.#area += this.#value * (at - this.#since)
    const last = spanAt(this.#timeline, at)
    for (let span = spanAt(this.#timeline, this.#since); span <= last; span++)
      if (spanStart(this.#timeline, span) < at) this.#raise(span)
    this.#since = at
  }

  #raise(span: number): void {
    this.#peaks[span] = Math.max(this.#peaks[span] ?? 0, this.#value)
  }
}
