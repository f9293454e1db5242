import type { IndexedHeap } from '../structures/indexed-heap.ts'
import { type CandidateOrder, candidateOrder } from './candidate-order.ts'
import { type Candidates, createCandidates } from './candidates.ts'
import { presentReasons } from './eligibility.ts'
import { createLineHeap, type Line } from './line.ts'
import type { Member, QueueState } from './queue-state.ts'
import { type ReasonCounts, recount, totalReasons } from './reason-counts.ts'
import type { Requirement } from './requirement.ts'
import type { Signature } from './signature.ts'

/** What the signatures of a queue ask of a representative's present: presence, capacity, working hours.
 *
 * Signatures that differ in skills alone share one, so a change of somebody is judged once for all of them, and most
 * share the order of those who are free. A signature with an order of its own learns of changes when it is looked at. */
export interface Demand {
  readonly key: string
  readonly queue: QueueState
  /** Of its signatures, alike in all that `presentReasons` reads. */
  readonly requirement: Requirement
  readonly signatures: Set<Signature>
  /** Lines with items to be given out, in the order of service. */
  readonly waiting: IndexedHeap<Line>
  /** By slot: what stands against each member now. */
  readonly reasons: number[]
  readonly reasonCounts: ReasonCounts
  /** Whoever nothing stands against now, by the queue's method; null: no signature has asked for it. */
  free: Free | null
  /** Slots of members that have changed, oldest first, since `epoch` began; kept while somebody follows. */
  readonly changes: number[]
  epoch: number
  /** How many of the changes some signature has followed. */
  followed: number
  /** Signatures with candidates of their own. */
  followers: number
}

interface Free {
  readonly order: CandidateOrder
  readonly members: Candidates
}

/** Changes kept, as a multiple of the members: whoever has missed more looks at every member. */
const CHANGES_PER_MEMBER = 4

export function createDemand(key: string, queue: QueueState, requirement: Requirement): Demand {
  const reasons = queue.members.map(({ person }) => presentReasons(requirement, person))
  return {
    key,
    queue,
    requirement,
    signatures: new Set(),
    waiting: createLineHeap({
      position: (line) => line.waitingPosition,
      place: (line, position) => {
        line.waitingPosition = position
      },
    }),
    reasons,
    reasonCounts: totalReasons(reasons),
    free: null,
    changes: [],
    epoch: 0,
    followed: 0,
    followers: 0,
  }
}

/** Requirements with the same key are met or missed by the same presences and loads. */
export function demandKey(signatureKey: string, requirement: Requirement): string {
  const { custom, preferred, allowedPresences, capacityProfiles, units, respectWorkingHours } = requirement
  if (custom !== null || preferred.length > 0) return `of one signature\n${signatureKey}`
  return [units, respectWorkingHours, allowedPresences.join('\n'), ...capacityProfiles].join('\n\n')
}

/** Those who are free, by the queue's method alone: for signatures that have nothing to put before it. */
export function freeOf(demand: Demand): Free {
  if (demand.free !== null) return demand.free
  const { queue, reasons } = demand
  const order = candidateOrder({
    method: queue.orderedMethod,
    requirement: { ...demand.requirement, preferred: [], rings: null, custom: null },
    closeness: null,
  })
  const members = createCandidates(order, queue.members.length)
  for (const member of queue.members) if (reasons[member.slot] === 0) members.put(member)
  demand.free = { order, members }
  return demand.free
}

/** The first line, in the order of service, that the member may serve; undefined: none. */
export function firstLineFor(demand: Demand, member: Member, declineLimit: number): Line | undefined {
  if (demand.reasons[member.slot] !== 0) return undefined
  return demand.waiting.find((line) => mayServe(line, member, declineLimit))
}

function mayServe({ signature, key, declines }: Line, { person, slot }: Member, declineLimit: number): boolean {
  if (signature.lasting[slot] !== 0) return false
  return key === '' || (declines[person.state.name] ?? 0) < declineLimit
}

/** Takes note of what stands against a member now. True: nothing does any more. */
export function setReasons(demand: Demand, member: Member, reasons: number): boolean {
  const { slot } = member
  const was = demand.reasons[slot] ?? 0
  if (was !== reasons) {
    demand.reasons[slot] = reasons
    recount(demand.reasonCounts, was ^ reasons, reasons)
  }
  if (demand.free !== null) {
    if (reasons === 0) demand.free.members.put(member)
    else if (was === 0) demand.free.members.heap.remove(member)
  }
  if (demand.followers > 0 && (was !== reasons || reasons === 0)) noteChange(demand, slot)
  return was !== 0 && reasons === 0
}

/** Tells the signatures that follow, when they next look, that a member has changed. */
function noteChange(demand: Demand, slot: number): void {
  const { changes, reasons } = demand
  if (demand.followed < changes.length && changes[changes.length - 1] === slot) return
  if (changes.length >= CHANGES_PER_MEMBER * reasons.length) {
    changes.length = 0
    demand.followed = 0
    demand.epoch += 1
  }
  changes.push(slot)
}
