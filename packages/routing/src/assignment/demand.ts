import type { IndexedHeap } from '../structures/indexed-heap.ts'
import { presentReasons } from './eligibility.ts'
import { createLineHeap, type Line } from './line.ts'
import type { Member, QueueState } from './queue-state.ts'
import type { Requirement } from './requirement.ts'
import type { Signature } from './signature.ts'

/** What the signatures of a queue ask of a representative's present: presence, capacity, working hours.
 *
 * Signatures that differ in skills alone share one, so a change of somebody is judged once for all of them. Signatures
 * learn of it when they are looked at, from the list of changes. */
export interface Demand {
  readonly key: string
  readonly queue: QueueState
  /** Of its signatures, alike in all that `presentReasons` reads. */
  readonly requirement: Requirement
  readonly signatures: Set<Signature>
  /** Lines with items to be given out, in the order of service. */
  readonly waiting: IndexedHeap<Line>
  /** By slot: what stands against each member now. */
  readonly reasons: Uint32Array
  /** Slots of members that have changed, oldest first, since `epoch` began. */
  readonly changes: number[]
  epoch: number
  /** How many of the changes some signature has followed. */
  followed: number
}

/** Changes kept, as a multiple of the members: whoever has missed more looks at every member. */
const CHANGES_PER_MEMBER = 4

export function createDemand(key: string, queue: QueueState, requirement: Requirement): Demand {
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
    reasons: Uint32Array.from(queue.members, ({ person }) => presentReasons(requirement, person)),
    changes: [],
    epoch: 0,
    followed: 0,
  }
}

/** Requirements with the same key are met or missed by the same presences and loads. */
export function demandKey(signatureKey: string, requirement: Requirement): string {
  const { custom, preferred, allowedPresences, capacityProfiles, units, respectWorkingHours } = requirement
  if (custom !== null || preferred.length > 0) return `of one signature\n${signatureKey}`
  return [units, respectWorkingHours, allowedPresences.join('\n'), ...capacityProfiles].join('\n\n')
}

/** The first line, in the order of service, that the member may serve; undefined: none. */
export function firstLineFor(demand: Demand, member: Member, declineLimit: number): Line | undefined {
  if (demand.reasons[member.slot] !== 0) return undefined
  return demand.waiting.find((line) => mayServe(line, member, declineLimit))
}

function mayServe({ signature, declines }: Line, { person, slot }: Member, declineLimit: number): boolean {
  return signature.lasting[slot] === 0 && (declines[person.state.name] ?? 0) < declineLimit
}

/** Tells the signatures, when they next look, that a member has changed. */
export function noteChange(demand: Demand, slot: number): void {
  const { changes, reasons } = demand
  if (demand.followed < changes.length && changes[changes.length - 1] === slot) return
  if (changes.length >= CHANGES_PER_MEMBER * reasons.length) {
    changes.length = 0
    demand.followed = 0
    demand.epoch += 1
  }
  changes.push(slot)
}
