import { IndexedHeap } from '../structures/indexed-heap.ts'
import type { OpenItem } from '../world/open-item.ts'
import { LineItems } from './line-items.ts'
import { lineServedBefore } from './service-order.ts'
import type { Signature } from './signature.ts'

/** Waiting items of one signature that the same representatives have declined, in the order of service. */
export interface Line {
  readonly signature: Signature
  /** Key of the declines its items share; empty: nobody declined. */
  readonly key: string
  readonly declines: Readonly<Record<string, number>>
  readonly items: LineItems
  /** Place among the lines to look at; -1: nothing has changed for it. */
  readyPosition: number
  /** Place among the lines of its demand; -1: nothing waits, or only to be picked by hand. */
  waitingPosition: number

  // What the order of lines reads, as of the last `noteHead`: kept here, because lines are compared more than anything.
  /** The first item; null: nothing waits. */
  head: OpenItem | null
  headScore: number
  headSince: number
  headSequence: number
}

export function createLine(signature: Signature, key: string, declines: Readonly<Record<string, number>>): Line {
  return {
    signature,
    key,
    declines,
    items: new LineItems(),
    readyPosition: -1,
    waitingPosition: -1,
    head: null,
    headScore: 0,
    headSince: 0,
    headSequence: 0,
  }
}

/** Takes note of the first item, when it may be another or may have changed. Whoever calls finds the line its place. */
export function noteHead(line: Line): void {
  const head = line.items.peek() ?? null
  line.head = head
  if (head === null) return
  line.headScore = head.item.priorityScore
  line.headSince = head.item.waitStartedAt
  line.headSequence = head.item.orderSequence
}

/** Lines in the order in which they are given work. */
export function createLineHeap(places: {
  readonly position: (line: Line) => number
  readonly place: (line: Line, position: number) => void
}): IndexedHeap<Line> {
  return new IndexedHeap<Line>({ before: lineServedBefore, ...places })
}

/** Lines for which something may have become possible. */
export function createReadyLines(): IndexedHeap<Line> {
  return createLineHeap({
    position: (line) => line.readyPosition,
    place: (line, position) => {
      line.readyPosition = position
    },
  })
}
