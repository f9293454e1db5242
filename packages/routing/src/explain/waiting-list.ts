import type { QueueState } from '../assignment/queue-state.ts'
import { servedBefore } from '../assignment/service-order.ts'
import { IndexedHeap } from '../structures/indexed-heap.ts'
import type { OpenItem } from '../world/open-item.ts'

/** The items that wait in a queue, in the order of service: its lines merged, no further than asked. */
export function waitingItems(queue: QueueState, limit: number): OpenItem[] {
  const merged = new IndexedHeap<Cursor>({
    before: (left, right) => servedBefore(left.head, right.head),
    position: (cursor) => cursor.position,
    place: (cursor, position) => {
      cursor.position = position
    },
  })
  for (const signature of queue.signatures.values()) {
    for (const { items } of signature.lines.values()) advance(merged, items.inOrder())
  }
  const found: OpenItem[] = []
  for (let next = merged.peek(); next !== undefined && found.length < limit; next = merged.peek()) {
    found.push(next.head)
    merged.remove(next)
    advance(merged, next.rest)
  }
  return found
}

/** Place in the order of service from 1; null: it does not wait. */
export function positionOf(open: OpenItem): number | null {
  const { line } = open
  if (line === null) return null
  let before = 0
  for (const signature of line.signature.queue.signatures.values()) {
    for (const { items } of signature.lines.values()) before += items.countBefore(open)
  }
  return before + 1
}

interface Cursor {
  readonly head: OpenItem
  readonly rest: Iterator<OpenItem, void>
  position: number
}

function advance(merged: IndexedHeap<Cursor>, rest: Iterator<OpenItem, void>): void {
  const next = rest.next()
  if (next.done !== true) merged.put({ head: next.value, rest, position: -1 })
}
