import type { SkillCatalog } from '../configuration/representative-settings.ts'
import type { Person } from '../world/person.ts'
import { type CandidateOrder, candidateOrder } from './candidate-order.ts'
import { type Candidates, createCandidates } from './candidates.ts'
import { closeness } from './closeness.ts'
import type { Demand } from './demand.ts'
import { eligibilityReasons, lastingReasons } from './eligibility.ts'
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
  readonly demand: Demand
  readonly order: CandidateOrder
  /** As of the last `catchUp`. */
  readonly candidates: Candidates
  /** Lines by their declines; the empty key holds the items that nobody declined. */
  readonly lines: Map<string, Line>
  /** By slot: what stands against each member, settings only and in all. Zero in all: a candidate. */
  readonly lasting: Uint32Array
  readonly reasons: Uint32Array
  /** How many members each reason stands against, by its place in `eligibilityReasons`. */
  readonly reasonCounts: Uint32Array
  /** How far it has followed its demand's changes. */
  epoch: number
  followed: number
}

export function createSignature(input: {
  readonly key: string
  readonly demand: Demand
  readonly requirement: Requirement
  readonly skills: SkillCatalog
}): Signature {
  const { key, demand, requirement, skills } = input
  const { queue } = demand
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
  const signature: Signature = {
    key,
    queue,
    requirement,
    demand,
    order,
    candidates: createCandidates(order, members.length),
    lines: new Map(),
    lasting: new Uint32Array(members.length),
    reasons: new Uint32Array(members.length),
    reasonCounts: new Uint32Array(eligibilityReasons.length),
    epoch: demand.epoch,
    followed: 0,
  }
  if (requirement.distribution === 'automatic') for (const member of members) admit(signature, member)
  keepPace(signature)
  return signature
}

function keepPace(signature: Signature): void {
  const { demand } = signature
  demand.followed = demand.changes.length
  signature.epoch = demand.epoch
  signature.followed = demand.followed
}

/** Brings candidates and reasons in line with all that has changed about the members. */
export function catchUp(signature: Signature): void {
  const { demand, queue, requirement } = signature
  if (requirement.distribution === 'manual') return
  const { changes, epoch } = demand
  const hasMissedTooMuch = signature.epoch !== epoch || changes.length - signature.followed > queue.members.length
  if (hasMissedTooMuch) for (const member of queue.members) follow(signature, member)
  else {
    for (let index = signature.followed; index < changes.length; index += 1) {
      const member = queue.members[changes[index] ?? -1]
      if (member !== undefined) follow(signature, member)
    }
  }
  keepPace(signature)
}

function follow(signature: Signature, member: Member): void {
  const { lasting, reasons, candidates, demand } = signature
  const { slot } = member
  const was = reasons[slot] ?? 0
  const is = (lasting[slot] ?? 0) | (demand.reasons[slot] ?? 0)
  if (is !== was) {
    reasons[slot] = is
    count(signature, was ^ is, is)
  }
  if (is === 0) candidates.put(member)
  else if (was === 0) candidates.heap.remove(member)
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
  const reasons = lasting | (signature.demand.reasons[member.slot] ?? 0)
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
