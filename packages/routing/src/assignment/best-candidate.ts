import type { Line } from './line.ts'
import type { Member } from './queue-state.ts'
import { catchUp } from './signature.ts'

/** Who is given the first item of the line; null: nobody may take it now.
 *
 * Whoever declined comes after everybody who has not, in the same order, and only below the limit. The walk passes
 * over decliners alone, so it is as short as the list of declines. */
export function bestCandidate(line: Line, declineLimit: number): Member | null {
  catchUp(line.signature)
  const candidates = line.signature.candidates.heap
  if (line.key === '') return candidates.peek() ?? null
  let again: Member | null = null
  for (const member of candidates.inOrder()) {
    const declined = line.declines[member.person.state.name]
    if (declined === undefined) return member
    if (again === null && declined < declineLimit) again = member
  }
  return again
}
