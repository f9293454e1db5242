import {
  CONDITION_NOT_MET,
  DECLINE_LIMIT_REACHED,
  lastingReasons,
  NOT_QUEUE_MEMBER,
  PRESENCE_NOT_ALLOWED,
  presentReasons,
  reasonNames,
  SIGNED_OUT,
} from '../assignment/eligibility.ts'
import type { Requirement } from '../assignment/requirement.ts'
import { requirementOf } from '../assignment/requirement-of.ts'
import { engagedBot } from '../items/stages.ts'
import { firstPresence } from '../presence/person-commands.ts'
import type { Explanation } from '../router.ts'
import type { WorkItem } from '../work-item.ts'
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
  if (engagedBot(item) !== null) return withBot(item, person)
  const queue = world.queues.get(item.queue ?? '')
  const { declineLimit } = world.snapshot.organization
  if (queue === undefined) return { workItem: item.id, representative: person.state.name, reasons: [], details: [] }
  const requirement = requirementOf(world, queue, item)
  let found = lastingReasons(requirement, person) | presentReasonsOf(world, requirement, person)
  if (!queue.memberOf.has(person.state.name)) found |= NOT_QUEUE_MEMBER
  if (item.parked || (item.declines[person.state.name] ?? 0) >= declineLimit) found |= DECLINE_LIMIT_REACHED
  if (requirement.distribution === 'manual' && !item.parked) found |= CONDITION_NOT_MET
  const reasons = reasonNames(found)
  const context = { item, person, requirement, declineLimit }
  const details = reasons.map((reason) => ({ reason, text: reasonTexts[reason](context) }))
  return { workItem: item.id, representative: person.state.name, reasons, details }
}

/** Nobody is asked while a bot has it. */
function withBot({ id }: WorkItem, person: Person): Explanation {
  const text = 'a bot has it, and it is in no queue until the bot escalates'
  const reason = 'conditionNotMet'
  return { workItem: id, representative: person.state.name, reasons: [reason], details: [{ reason, text }] }
}

/** Rules of a queue may ask about presence: of whoever is not there, about the one that signing in would give them. */
function presentReasonsOf(world: World, requirement: Requirement, person: Person): number {
  const { state } = person
  const isThere = state.signedIn && state.disconnected === null
  if (isThere || requirement.custom === null) return presentReasons(requirement, person)
  const { presence } = firstPresence(world, person)
  const basePresence = world.snapshot.presences.get(presence)?.base ?? state.basePresence
  const there = { ...state, signedIn: true, disconnected: null, presence, basePresence }
  return SIGNED_OUT | (presentReasons(requirement, { ...person, state: there }) & ~PRESENCE_NOT_ALLOWED)
}
