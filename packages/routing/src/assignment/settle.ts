import type { CandidateTrace } from '../event.ts'
import { offerOrAssign } from '../items/sessions.ts'
import { isGivingOut } from '../items/set-routing.ts'
import type { NotEligibleReason } from '../vocabulary.ts'
import { type Grounds, recordNotAssigned } from '../world/frequent-events.ts'
import type { World } from '../world/world.ts'
import { bestCandidate } from './best-candidate.ts'
import { eligibilityReasons } from './eligibility.ts'
import type { Line } from './line.ts'
import { nextLine } from './next-line.ts'
import type { Member } from './queue-state.ts'
import { reasonCount, type Signature, visitCandidates } from './signature.ts'
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
    recordNotAssigned(world, open, reasonCounts(open.line.signature))
  }
}

function reasonCounts(signature: Signature): Partial<Record<NotEligibleReason, number>> {
  const counts: Partial<Record<NotEligibleReason, number>> = {}
  eligibilityReasons.forEach((reason, index) => {
    const count = reasonCount(signature, index)
    if (count > 0) counts[reason] = count
  })
  return counts
}

function groundsFor(signature: Signature, line: Line, member: Member): Grounds {
  const { order } = signature
  const traced: CandidateTrace[] = []
  visitCandidates(signature, (candidate) => {
    const { state, unitsFree } = candidate.person
    traced.push({ representative: state.name, unitsFree, presence: state.presence, rank: order.rankText(candidate) })
    return traced.length < CANDIDATES_TRACED_MAX
  })
  const mode = standingOf(signature, member)
  return { mode, method: order.method, candidates: traced, because: because(line, member, mode) }
}

/** Whether an expert playbook or the customer's list of preferred representatives names the member, or the method. */
function standingOf({ requirement }: Signature, { person }: Member): 'expert' | 'preferred' | 'method' {
  if (requirement.experts.includes(person.settings.name)) return 'expert'
  return requirement.preferred.includes(person.settings.name) ? 'preferred' : 'method'
}

function because(line: Line, member: Member, mode: 'expert' | 'preferred' | 'method'): string {
  const { requirement, order } = line.signature
  if (mode === 'expert') return 'expert of the customer, by the playbook of the queue'
  if (mode === 'preferred') return 'preferred representative of the customer'
  const skills = requirement.skills.map(([skill]) => skill).join(', ')
  const matched =
    requirement.skillMatching === 'none' || skills === '' ? '' : `${requirement.skillMatching} match: ${skills}; `
  const again = line.declines[member.person.state.name] === undefined ? '' : '; everybody else has declined or is busy'
  return `${matched}${order.rankText(member)}${again}`
}
