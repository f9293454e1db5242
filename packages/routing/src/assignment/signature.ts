import type { SkillCatalog } from '../configuration/representative-settings.ts'
import { type CandidateOrder, candidateOrder } from './candidate-order.ts'
import { type Candidates, createCandidates } from './candidates.ts'
import { closeness } from './closeness.ts'
import { type Demand, freeOf } from './demand.ts'
import { lastingReasons } from './eligibility.ts'
import type { Line } from './line.ts'
import type { Member, QueueState } from './queue-state.ts'
import { type ReasonCounts, totalReasons } from './reason-counts.ts'
import type { Requirement } from './requirement.ts'

/** One requirement in one queue: the items that have it, and the representatives who may take them now, best first.
 *
 * It is what makes a decision cheap: a new item looks at the best candidate, and a representative who becomes free
 * looks at the first item of each line, whatever the backlog and the head count. */
export interface Signature {
  readonly key: string
  readonly queue: QueueState
  readonly requirement: Requirement
  readonly demand: Demand
  readonly order: CandidateOrder
  /** Lines by their declines; the empty key holds the items that nobody declined. */
  readonly lines: Map<string, Line>
  /** By slot: what stands against each member whatever happens today. */
  readonly lasting: readonly number[]
  readonly lastingCounts: ReasonCounts
  /** Null: those whom nothing lasting stands against, among the free of the demand. */
  readonly own: OwnCandidates | null
  /** No item has it and its queue has dropped it. */
  isForgotten: boolean
}

/** Candidates in an order of this signature, or few among many, as of the last `catchUp`. */
interface OwnCandidates {
  readonly candidates: Candidates
  /** How far they have followed the demand's changes. */
  epoch: number
  followed: number
}

/** Where fewer than one member in so many may ever take the items, they are listed by themselves. */
const SPARSE = 8

export function createSignature(input: {
  readonly key: string
  readonly demand: Demand
  readonly requirement: Requirement
  readonly skills: SkillCatalog
}): Signature {
  const { key, demand, requirement, skills } = input
  const { queue } = demand
  const { members } = queue
  const lasting = members.map(({ person }) => lastingReasons(requirement, person))
  const isClosest = requirement.skillMatching === 'closest' && requirement.skills.length > 0
  const isPlain =
    requirement.custom === null && requirement.rings === null && requirement.preferred.length === 0 && !isClosest
  const order = isPlain
    ? freeOf(demand).order
    : candidateOrder({
        method: queue.orderedMethod,
        requirement,
        closeness:
          requirement.custom === null && isClosest
            ? members.map(({ person }) => closeness(requirement.skills, person, skills))
            : null,
      })
  const signature: Signature = {
    key,
    queue,
    requirement,
    demand,
    order,
    lines: new Map(),
    lasting,
    lastingCounts: totalReasons(lasting),
    own:
      requirement.distribution === 'manual' || (isPlain && !isSparse(lasting))
        ? null
        : { candidates: createCandidates(order, members.length), epoch: -1, followed: 0 },
    isForgotten: false,
  }
  if (signature.own !== null) demand.followers += 1
  catchUp(signature)
  return signature
}

/** Lets the queue do without it: no item has it any more. */
export function forgetSignature(signature: Signature): void {
  const { demand, queue } = signature
  signature.isForgotten = true
  if (signature.own !== null) demand.followers -= 1
  queue.signatures.delete(signature.key)
  demand.signatures.delete(signature)
  if (demand.signatures.size === 0) queue.demands.delete(demand.key)
}

/** Who is asked first; undefined: nobody may take the items now. */
export function bestMember(signature: Signature): Member | undefined {
  if (signature.requirement.distribution === 'manual') return undefined
  const { own, lasting } = signature
  if (own !== null) {
    catchUp(signature)
    return own.candidates.heap.peek()
  }
  return freeOf(signature.demand).members.heap.find(({ slot }) => lasting[slot] === 0)
}

/** Everybody who may take the items now, best first, for as long as the visitor says true. */
export function visitCandidates(signature: Signature, visit: (member: Member) => boolean): void {
  if (signature.requirement.distribution === 'manual') return
  const { own, lasting } = signature
  if (own !== null) {
    catchUp(signature)
    own.candidates.heap.visitInOrder(visit)
    return
  }
  freeOf(signature.demand).members.heap.visitInOrder((member) => lasting[member.slot] !== 0 || visit(member))
}

/** How many members a reason stands against. What lasts and what is now have no reason in common. */
export function reasonCount(signature: Signature, index: number): number {
  return (signature.lastingCounts[index] ?? 0) + (signature.demand.reasonCounts[index] ?? 0)
}

/** Brings candidates of its own in line with all that has changed about the members. */
export function catchUp(signature: Signature): void {
  const { own, demand, queue } = signature
  if (own === null) return
  const { changes, epoch } = demand
  const hasMissedTooMuch = own.epoch !== epoch || changes.length - own.followed > queue.members.length
  if (hasMissedTooMuch) for (const member of queue.members) follow(signature, own.candidates, member)
  else {
    for (let index = own.followed; index < changes.length; index += 1) {
      const member = queue.members[changes[index] ?? -1]
      if (member !== undefined) follow(signature, own.candidates, member)
    }
  }
  demand.followed = changes.length
  own.epoch = epoch
  own.followed = changes.length
}

function follow({ lasting, demand }: Signature, candidates: Candidates, member: Member): void {
  const { slot } = member
  if (lasting[slot] !== 0) return
  if (demand.reasons[slot] === 0) candidates.put(member)
  else candidates.heap.remove(member)
}

function isSparse(lasting: readonly number[]): boolean {
  let eligible = 0
  for (const reasons of lasting) if (reasons === 0) eligible += 1
  return eligible * SPARSE < lasting.length
}
