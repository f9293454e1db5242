import type { Line } from '../assignment/line.ts'
import type { Timed } from '../timers/timed.ts'
import type { Literal } from '../vocabulary.ts'
import type { WorkItem } from '../work-item.ts'

/** A work item that is not closed, with its places in the router's indexes. */
export interface OpenItem extends Timed {
  readonly kind: 'workItem'
  readonly item: WorkItem
  /** Where it waits; null: it does not wait. */
  line: Line | null
  linePosition: number
  lineBefore: OpenItem | null
  lineAfter: OpenItem | null
  /** The prioritization rule that took it, by position; items that no rule took come last. */
  bucket: number
  /** What that rule orders by; null: first in, first out. */
  bucketKey: Literal
}

export function openItem(item: WorkItem): OpenItem {
  return {
    kind: 'workItem',
    item,
    line: null,
    linePosition: -1,
    lineBefore: null,
    lineAfter: null,
    bucket: 0,
    bucketKey: null,
    dueAt: Number.POSITIVE_INFINITY,
    isDueStale: false,
    timerPosition: -1,
    lane: null,
    dueBefore: null,
    dueAfter: null,
  }
}
