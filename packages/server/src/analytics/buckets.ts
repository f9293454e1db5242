import type { Channel, Instant, QueueName, RepresentativeName } from '@unified-routing/routing'
import type { Bucket, Sums } from '../store/measures.ts'
import { addSums } from './add-sums.ts'

const MINUTE_MS = 60_000

/** Sums are kept by quarter of an hour for queues, by half hour for people: a year of a large center stays small, and
 * midnight is the edge of a bucket in every zone but a handful. */
export const queueBucketMinutes = 15
export const personBucketMinutes = 30

export interface Place {
  readonly at: Instant
  readonly queue: QueueName | null
  readonly representative: RepresentativeName | null
  readonly channel: Channel
  readonly businessUnit: string
}

/** Sums that have been counted and are not stored yet. */
export class Buckets {
  readonly #byKey = new Map<string, Bucket>()

  /** Counts something for its queue, and once more for its representative when it is somebody's doing. */
  add({ at, queue, representative, channel, businessUnit }: Place, sums: Sums): void {
    const place = { queue: queue ?? '', channel, businessUnit }
    this.#put({ ...place, ...stretch(at, queueBucketMinutes), representative: '' }, sums)
    if (representative === null) return
    this.#put({ ...place, ...stretch(at, personBucketMinutes), representative }, sums)
  }

  all(): readonly Bucket[] {
    return [...this.#byKey.values()]
  }

  #put(place: Omit<Bucket, 'sums'>, more: Sums): void {
    const { minutes, from, queue, representative, channel, businessUnit } = place
    const key = JSON.stringify([minutes, from, queue, representative, channel, businessUnit])
    const bucket = this.#byKey.get(key) ?? { ...place, sums: {} }
    addSums(bucket.sums, more)
    this.#byKey.set(key, bucket)
  }
}

function stretch(at: Instant, minutes: number): Pick<Bucket, 'minutes' | 'from'> {
  return { minutes, from: at - (at % (minutes * MINUTE_MS)) }
}
