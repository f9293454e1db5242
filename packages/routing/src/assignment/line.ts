import { IndexedHeap } from '../structures/indexed-heap.ts'
import type { OpenItem } from '../world/open-item.ts'
import { lineServedBefore, servedBefore } from './service-order.ts'
import type { Signature } from './signature.ts'

/** Waiting items of one signature that the same representatives have declined, in the order of service. */
export interface Line {
  readonly signature: Signature
  /** Key of the declines its items share; empty: nobody declined. */
  readonly key: string
  readonly declines: Readonly<Record<string, number>>
  readonly items: IndexedHeap<OpenItem>
  /** Place among the lines to look at; -1: nothing has changed for it. */
  readyPosition: number
  /** Place among the lines of its demand; -1: nothing waits, or only to be picked by hand. */
  waitingPosition: number
}

export function createLine(signature: Signature, key: string, declines: Readonly<Record<string, number>>): Line {
  const items = new IndexedHeap<OpenItem>({
    before: servedBefore,
    position: (open) => open.linePosition,
    place: (open, position) => {
      open.linePosition = position
    },
  })
  return { signature, key, declines, items, readyPosition: -1, waitingPosition: -1 }
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
