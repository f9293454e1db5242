import type { SkillCatalog } from '../configuration/representative-settings.ts'
import { IndexedHeap } from '../structures/indexed-heap.ts'
import type { Person } from '../world/person.ts'
import { type CandidateOrder, candidateOrder } from './candidate-order.ts'
import { closeness } from './closeness.ts'
import { eligibilityReasons, lastingReasons, presentReasons } from './eligibility.ts'
import type { Line } from './line.ts'
import type { Member, QueueState } from './queue-state.ts'
import type { Requirement } from './requirement.ts'

/** One requirement in one queue: the items that have it, and the representatives who may take them now, best first.
 *
 * It is what makes a decision cheap: a new item looks at the top of `candidates`, and a representative who becomes
 * free looks at the first item of each line, whatever the backlog and the head count. */
export interface Signature {
  readonly key: string
  readonly queue: QueueState
  readonly requirement: Requirement
  readonly order: CandidateOrder
  readonly candidates: IndexedHeap<Member>
  /** Lines by their declines; the empty key holds the items that nobody declined. */
  readonly lines: Map<string, Line>
  /** By slot: what stands against each member, settings only and in all. Zero in all: a candidate. */
  readonly lasting: Uint32Array
  readonly reasons: Uint32Array
  /** How many members each reason stands against, by its place in `eligibilityReasons`. */
  readonly reasonCounts: Uint32Array
}

export function createSignature(input: {
  readonly key: string
  readonly queue: QueueState
  readonly requirement: Requirement
  readonly skills: SkillCatalog
}): Signature {
  const { key, queue, requirement, skills } = input
  const { members, settings } = queue
  const method = settings.assignment.method
  const order = candidateOrder({
    method: method === 'none' || method === 'custom' ? 'roundRobin' : method,
    requirement,
    closeness:
      requirement.custom === null && requirement.skillMatching === 'closest' && requirement.skills.length > 0
        ? members.map(({ person }) => closeness(requirement.skills, person, skills))
        : null,
  })
  const positions = new Int32Array(members.length).fill(-1)
  const signature: Signature = {
    key,
    queue,
    requirement,
    order,
    candidates: new IndexedHeap<Member>({
      before: order.before,
      position: ({ slot }) => positions[slot] ?? -1,
      place: ({ slot }, position) => {
        positions[slot] = position
      },
    }),
    lines: new Map(),
    lasting: new Uint32Array(members.length),
    reasons: new Uint32Array(members.length),
    reasonCounts: new Uint32Array(eligibilityReasons.length),
  }
  if (requirement.distribution === 'automatic') for (const member of members) admit(signature, member)
  return signature
}

/** Looks again at one member, after anything about them has changed. True: they have become a candidate. */
export function refreshCandidate(signature: Signature, member: Member): boolean {
  const { lasting, reasons, candidates, requirement } = signature
  if (requirement.distribution === 'manual') return false
  const was = reasons[member.slot] ?? 0
  const is = (lasting[member.slot] ?? 0) | presentReasons(requirement, member.person)
  if (is !== was) {
    reasons[member.slot] = is
    count(signature, was ^ is, is)
  }
  if (is !== 0) {
    if (was === 0) candidates.remove(member)
    return false
  }
  candidates.put(member)
  return was !== 0
}

/** Whether an expert playbook names this representative for the items. */
export function isExpert(signature: Signature, person: Person): boolean {
  return signature.requirement.experts.includes(person.settings.name)
}

/** Whether this representative came as a preferred one of the customer. */
export function isPreferred(signature: Signature, person: Person): boolean {
  return signature.requirement.preferred.includes(person.settings.name)
}

function admit(signature: Signature, member: Member): void {
  const lasting = lastingReasons(signature.requirement, member.person)
  const reasons = lasting | presentReasons(signature.requirement, member.person)
  signature.lasting[member.slot] = lasting
  signature.reasons[member.slot] = reasons
  count(signature, reasons, reasons)
  if (reasons === 0) signature.candidates.put(member)
}

/** Counts the changed reasons up where they stand now, and down where they do not. */
function count(signature: Signature, changed: number, now: number): void {
  for (let rest = changed; rest !== 0; rest &= rest - 1) {
    const bit = rest & -rest
    const index = 31 - Math.clz32(bit)
    signature.reasonCounts[index] = (signature.reasonCounts[index] ?? 0) + ((now & bit) === 0 ? -1 : 1)
  }
}
