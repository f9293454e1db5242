import type { DurationMs, Instant, QueueName } from '@unified-routing/routing'
import { percentile } from '@unified-routing/routing/sim'
import { StepSeries, type Timeline } from './step-series.ts'

export interface Waits {
  readonly mean: DurationMs
  readonly p50: DurationMs
  readonly p95: DurationMs
  readonly max: DurationMs
}

/** What a run says about one queue. */
export interface QueueReport {
  readonly name: QueueName
  readonly entered: number
  readonly assigned: number
  /** Moved to another queue by overflow or a transfer. */
  readonly moved: number
  /** Ended without ever being assigned. */
  readonly lost: number
  readonly waiting: number
  /** Of what was assigned; null: nothing was. */
  readonly waits: Waits | null
  /** Share of all that entered that was assigned within the threshold; null: nothing entered. */
  readonly serviceLevel: number | null
  /** Waits of what was assigned, shortest first. */
  readonly sortedWaits: Float64Array
  readonly length: { readonly peaks: readonly number[]; readonly mean: number; readonly peak: number }
}

/** Takes down how one queue's work comes and goes. */
export class QueueRecord {
  readonly #name: QueueName
  readonly #waits: number[] = []
  readonly #length: StepSeries
  #entered = 0
  #moved = 0
  #lost = 0

  constructor(name: QueueName, timeline: Timeline) {
    this.#name = name
    this.#length = new StepSeries(timeline)
  }

  enter(at: Instant): void {
    this.#entered++
    this.#length.add(at, 1)
  }

  leave(at: Instant, { since, how }: { readonly since: Instant; readonly how: 'assigned' | 'moved' | 'lost' }): void {
    this.#length.add(at, -1)
    if (how === 'assigned') this.#waits.push(at - since)
    else if (how === 'moved') this.#moved++
    else this.#lost++
  }

  finish(thresholdMs: DurationMs): QueueReport {
    const sorted = Float64Array.from(this.#waits).sort()
    const inTime = sorted.filter((wait) => wait <= thresholdMs).length
    return {
      name: this.#name,
      entered: this.#entered,
      assigned: sorted.length,
      moved: this.#moved,
      lost: this.#lost,
      waiting: this.#length.value,
      waits: sorted.length === 0 ? null : waitsOf(sorted),
      serviceLevel: this.#entered === 0 ? null : inTime / this.#entered,
      sortedWaits: sorted,
      length: this.#length.finish(),
    }
  }
}

function waitsOf(sorted: Float64Array): Waits {
  return {
    mean: sorted.reduce((sum, wait) => sum + wait, 0) / sorted.length,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    max: sorted.at(-1) ?? 0,
  }
}
