import { type Demand, setReasons } from './demand.ts'
import { presentReasons } from './eligibility.ts'
import type { Member } from './queue-state.ts'
import { catchUp } from './signature.ts'

/** Judges a member anew, after anything about them has changed. True: nothing stands against them any more. */
export function judgeMember(demand: Demand, member: Member): boolean {
  const isFreed = setReasons(demand, member, presentReasons(demand.requirement, member.person))
  // A queue's own rules compare people as they are, so each change has to be followed before the next.
  if (demand.requirement.custom !== null) for (const signature of demand.signatures) catchUp(signature)
  return isFreed
}
