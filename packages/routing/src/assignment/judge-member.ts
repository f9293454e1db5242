import { type Demand, noteChange } from './demand.ts'
import { presentReasons } from './eligibility.ts'
import type { Member } from './queue-state.ts'
import { catchUp } from './signature.ts'

/** Judges a member anew, after anything about them has changed. True: nothing stands against them any more. */
export function judgeMember(demand: Demand, { person, slot }: Member): boolean {
  const was = demand.reasons[slot] ?? 0
  const is = presentReasons(demand.requirement, person)
  demand.reasons[slot] = is
  if (was !== is || is === 0) noteChange(demand, slot)
  // A queue's own rules compare people as they are, so each change has to be followed before the next.
  if (demand.requirement.custom !== null) for (const signature of demand.signatures) catchUp(signature)
  return was !== 0 && is === 0
}
