import { IndexedHeap } from '../structures/indexed-heap.ts'
import type { OpenItem } from '../world/open-item.ts'
import { servedBefore } from './service-order.ts'

/** Stands for a place in the list; places in the heap count from 0. */
const IN_LIST = -2
const NOWHERE = -1

/** The items of a line in the order of service.
 *
 * Most come in that order: they stand in a list, where each costs the same to add and to take out, however many wait.
 * Those who have to go before others, after a transfer or by the rules of the queue, stand in a heap beside it. */
export class LineItems {
  #first: OpenItem | null = null
  #last: OpenItem | null = null
  #listed = 0
  #heap: IndexedHeap<OpenItem> | null = null

  get size(): number {
    return this.#listed + (this.#heap?.size ?? 0)
  }

  peek(): OpenItem | undefined {
    const first = this.#first
    const other = this.#heap?.peek()
    if (first === null) return other
    return other === undefined || servedBefore(first, other) ? first : other
  }

  /** Adds an item that is in no line. */
  add(open: OpenItem): void {
    if (this.#last !== null && !servedBefore(this.#last, open)) {
      this.#heap ??= new IndexedHeap({ before: servedBefore, position: positionOf, place })
      this.#heap.put(open)
      return
    }
    open.linePosition = IN_LIST
    open.lineBefore = this.#last
    if (this.#last === null) this.#first = open
    else this.#last.lineAfter = open
    this.#last = open
    this.#listed += 1
  }

  remove(open: OpenItem): void {
    if (open.linePosition !== IN_LIST) {
      this.#heap?.remove(open)
      return
    }
    const { lineBefore, lineAfter } = open
    if (lineBefore === null) this.#first = lineAfter
    else lineBefore.lineAfter = lineAfter
    if (lineAfter === null) this.#last = lineBefore
    else lineAfter.lineBefore = lineBefore
    open.linePosition = NOWHERE
    open.lineBefore = null
    open.lineAfter = null
    this.#listed -= 1
  }

  /** First served first. The line must not be changed meanwhile. */
  *inOrder(): Generator<OpenItem, void, undefined> {
    let listed = this.#first
    for (const open of this.#heap?.inOrder() ?? []) {
      for (; listed !== null && servedBefore(listed, open); listed = listed.lineAfter) yield listed
      yield open
    }
    for (; listed !== null; listed = listed.lineAfter) yield listed
  }

  /** How many are served before an item of this or another line; it visits those and no others. */
  countBefore(open: OpenItem): number {
    let count = this.#heap?.countBefore(open) ?? 0
    for (let each = this.#first; each !== null && servedBefore(each, open); each = each.lineAfter) count += 1
    return count
  }
}

function positionOf(open: OpenItem): number {
  return open.linePosition
}

function place(open: OpenItem, position: number): void {
  open.linePosition = position
}
