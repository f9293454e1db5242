import type { Line } from './line.ts'
import type { Member } from './queue-state.ts'
import { bestMember, visitCandidates } from './signature.ts'

/** Who is given the first item of the line; null: nobody may take it now.
 *
 * Whoever declined comes after everybody who has not, in the same order, and only below the limit. The walk passes
 * over decliners alone, so it is as short as the list of declines. */
export function bestCandidate(line: Line, declineLimit: number): Member | null {
  if (line.key === '') return bestMember(line.signature) ?? null
  let first: Member | null = null
  let again: Member | null = null
  visitCandidates(line.signature, (member) => {
    const declined = line.declines[member.person.state.name]
    if (declined === undefined) first = member
    else if (again === null && declined < declineLimit) again = member
    return first === null
  })
  return first ?? again
}
