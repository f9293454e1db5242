import {
  CONDITION_NOT_MET,
  DECLINE_LIMIT_REACHED,
  lastingReasons,
  NOT_QUEUE_MEMBER,
  presentReasons,
  reasonNames,
} from '../assignment/eligibility.ts'
import { requirementOf } from '../assignment/requirement-of.ts'
import type { Explanation } from '../router.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { Person } from '../world/person.ts'
import type { World } from '../world/world.ts'
import { reasonTexts } from './reason-text.ts'

/** Why a representative is not given an item: the very predicates of assignment, asked for one pair.
 *
 * What is given out by hand only has a reason for everybody: too many have declined it, or that is how it is set up.
 * What they hold of this very item counts as used, so for the holder it tells why they would not get another like it. */
export function explainPair(world: World, open: OpenItem, person: Person): Explanation {
  const { item } = open
  const queue = world.queues.get(item.queue ?? '')
  const { declineLimit } = world.snapshot.organization
  if (queue === undefined) return { workItem: item.id, representative: person.state.name, reasons: [], details: [] }
  const requirement = requirementOf(world, queue, item)
  let found = lastingReasons(requirement, person) | presentReasons(requirement, person)
  if (!queue.memberOf.has(person.state.name)) found |= NOT_QUEUE_MEMBER
  if (item.parked || (item.declines[person.state.name] ?? 0) >= declineLimit) found |= DECLINE_LIMIT_REACHED
  if (requirement.distribution === 'manual' && !item.parked) found |= CONDITION_NOT_MET
  const reasons = reasonNames(found)
  const context = { item, person, requirement, declineLimit }
  const details = reasons.map((reason) => ({ reason, text: reasonTexts[reason](context) }))
  return { workItem: item.id, representative: person.state.name, reasons, details }
}
