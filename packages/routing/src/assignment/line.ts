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
}

export function createLine(signature: Signature, key: string, declines: Readonly<Record<string, number>>): Line {
  const items = new IndexedHeap<OpenItem>({
    before: servedBefore,
    position: (open) => open.linePosition,
    place: (open, position) => {
      open.linePosition = position
    },
  })
  return { signature, key, declines, items, readyPosition: -1 }
}

/** Lines in the order in which they are given work. */
export function createLineHeap(): IndexedHeap<Line> {
  return new IndexedHeap<Line>({
    before: lineServedBefore,
    position: (line) => line.readyPosition,
    place: (line, position) => {
      line.readyPosition = position
    },
  })
}
