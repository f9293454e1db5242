import type { CandidateTrace } from '../event.ts'
import { type Grounds, offerOrAssign } from '../items/sessions.ts'
import { isGivingOut } from '../items/set-routing.ts'
import type { NotEligibleReason } from '../vocabulary.ts'
import { recordItem } from '../world/journal.ts'
import type { World } from '../world/world.ts'
import { bestCandidate } from './best-candidate.ts'
import { eligibilityReasons } from './eligibility.ts'
import type { Line } from './line.ts'
import { nextLine } from './next-line.ts'
import type { Member } from './queue-state.ts'
import { catchUp, isExpert, isPreferred, type Signature } from './signature.ts'
import { takeTurn } from './turns.ts'

/** How many candidates the journal names for one assignment. */
const CANDIDATES_TRACED_MAX = 5

/** Gives waiting work to whoever may take it, in the order of service, until nothing more is possible.
 *
 * Only what has changed is looked at; each look costs the same whatever waits behind. */
export function settle(world: World): void {
  if (!isGivingOut(world)) return
  const { declineLimit } = world.snapshot.organization
  for (let line = nextLine(world); line !== null; line = nextLine(world)) {
    const open = line.items.peek()
    const member = bestCandidate(line, declineLimit)
    if (open === undefined || member === null) throw new Error(`Nobody may take what waits in ${line.signature.key}.`)
    const grounds = groundsFor(line.signature, line, member)
    takeTurn(world, member)
    offerOrAssign(world, open, { person: member.person, grounds })
  }
  tellWhyNot(world)
}

/** Items that came to a queue and found nobody say why, once. */
function tellWhyNot(world: World): void {
  const { arrivals } = world
  if (arrivals.length === 0) return
  world.arrivals = []
  for (const open of arrivals) {
    if (open.line === null || open.line.signature.requirement.distribution === 'manual') continue
    catchUp(open.line.signature)
    recordItem(world, open, { type: 'workItem.notAssigned', reasons: reasonCounts(open.line.signature) })
  }
}

function reasonCounts(signature: Signature): Partial<Record<NotEligibleReason, number>> {
  const counts: Partial<Record<NotEligibleReason, number>> = {}
  eligibilityReasons.forEach((reason, index) => {
    const count = signature.reasonCounts[index] ?? 0
    if (count > 0) counts[reason] = count
  })
  return counts
}

function groundsFor(signature: Signature, line: Line, member: Member): Grounds {
  const { order, candidates } = signature
  const traced: CandidateTrace[] = []
  for (const candidate of candidates.heap.inOrder()) {
    const { state, unitsFree } = candidate.person
    traced.push({ representative: state.name, unitsFree, presence: state.presence, rank: order.rankText(candidate) })
    if (traced.length === CANDIDATES_TRACED_MAX) break
  }
  const mode = isExpert(signature, member.person)
    ? 'expert'
    : isPreferred(signature, member.person)
      ? 'preferred'
      : 'method'
  return { mode, method: order.method, candidates: traced, because: because(signature, line, member) }
}

function because(signature: Signature, line: Line, member: Member): string {
  const { requirement, order } = signature
  if (isExpert(signature, member.person)) return 'expert of the customer, by the playbook of the queue'
  if (isPreferred(signature, member.person)) return 'preferred representative of the customer'
  const skills = requirement.skills.map(([skill]) => skill).join(', ')
  const matched =
    requirement.skillMatching === 'none' || skills === '' ? '' : `${requirement.skillMatching} match: ${skills}; `
  const again = line.declines[member.person.state.name] === undefined ? '' : '; everybody else has declined or is busy'
  return `${matched}${order.rankText(member)}${again}`
}
