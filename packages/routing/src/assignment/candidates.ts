import { IndexedHeap } from '../structures/indexed-heap.ts'
import type { CandidateOrder } from './candidate-order.ts'
import type { Member } from './queue-state.ts'

/** Members who may take an item, best first, as they were when each was last put here.
 *
 * The keys of the order are kept, so that many members may change before each finds its new place. */
export interface Candidates {
  readonly heap: IndexedHeap<Member>
  /** Adds the member or finds its new place. */
  put(member: Member): void
}

export function createCandidates(order: CandidateOrder, memberCount: number): Candidates {
  const positions = new Array<number>(memberCount).fill(-1)
  const places = {
    position: ({ slot }: Member) => positions[slot] ?? -1,
    place: ({ slot }: Member, position: number) => {
      positions[slot] = position
    },
  }
  const { keyOf } = order
  if (keyOf === null) {
    const heap = new IndexedHeap<Member>({ before: order.before, ...places })
    return { heap, put: (member) => heap.put(member) }
  }
  const keys = new Float64Array(memberCount)
  const turns = new Float64Array(memberCount)
  const before = (left: Member, right: Member): boolean => {
    const standing = order.standingOf(left) - order.standingOf(right)
    if (standing !== 0) return standing < 0
    const key = (keys[left.slot] ?? 0) - (keys[right.slot] ?? 0)
    if (key !== 0) return key < 0
    const turn = (turns[left.slot] ?? 0) - (turns[right.slot] ?? 0)
    return turn === 0 ? left.slot < right.slot : turn < 0
  }
  const heap = new IndexedHeap<Member>({ before, ...places })
  const put = (member: Member): void => {
    const { slot, lastAssigned } = member
    const key = keyOf(member)
    if ((positions[slot] ?? -1) >= 0 && keys[slot] === key && turns[slot] === lastAssigned) return
    keys[slot] = key
    turns[slot] = lastAssigned
    heap.put(member)
  }
  return { heap, put }
}
