import type { EventBody } from '../event.ts'
import { dueChanged } from '../timers/next-timer.ts'
import type { ClosureReason, RepresentativeName } from '../vocabulary.ts'
import type { Participant } from '../work-item.ts'
import { recordSession } from '../world/journal.ts'
import type { OpenItem } from '../world/open-item.ts'
import { hold, letGo } from '../world/person.ts'
import { refreshPerson } from '../world/refresh-person.ts'
import type { World } from '../world/world.ts'
import {
  hideVersion,
  monitorsUnseen,
  participantOf,
  participantsOf,
  setStage,
  transferOffer,
  versionShown,
} from './stages.ts'

/** Why somebody does not take part any more: a reason of sessions, or what they or whoever has the item did. */
export type LeaveReason = ClosureReason | 'left' | 'consultEnded' | 'resume'

/** Writes an event about somebody's part. Of whoever monitors unseen, others do not even see that something changed. */
export function recordPart(
  world: World,
  { open, participant }: { readonly open: OpenItem; readonly participant: Participant },
  event: EventBody,
): void {
  const shown = versionShown(open.item)
  recordSession(world, { open, representative: participant.representative }, event)
  if (monitorsUnseen(participant)) hideVersion(open.item, shown)
}

/** Adds somebody, or replaces what they were so far. */
export function setParticipant(world: World, open: OpenItem, participant: Participant): void {
  const { item } = open
  const present = participantsOf(item)
  const isNew = participantOf(item, participant.representative) === undefined
  const list = isNew
    ? [...present, participant]
    : present.map((each) => (each.representative === participant.representative ? participant : each))
  setStage(item, 'participants', list)
  world.changes.workItems.add(item)
  dueChanged(world, open)
  const person = world.people.get(participant.representative)
  if (person === undefined) return
  hold(person, open)
  refreshPerson(world, person)
}

/** They take part no longer; what a consult took of their capacity is free. Nothing happens when they do not. */
export function endParticipation(
  world: World,
  open: OpenItem,
  { representative, reason }: { readonly representative: RepresentativeName; readonly reason: LeaveReason },
): void {
  const { item } = open
  const participant = participantOf(item, representative)
  if (participant === undefined) return
  const others = participantsOf(item).filter((each) => each !== participant)
  setStage(item, 'participants', others.length === 0 ? null : others)
  const { id, mode, access } = participant
  const left = { type: 'workItem.participantLeft', participant: id, mode, access, reason } as const
  recordPart(world, { open, participant }, left)
  dueChanged(world, open)
  const person = world.people.get(representative)
  if (person === undefined) return
  const isHeldOtherwise = [item.session, transferOffer(item)].some((held) => held?.representative === representative)
  if (!isHeldOtherwise) letGo(person, open)
  refreshPerson(world, person)
}

/** Ends the part of everybody whom `which` names, because the conversation itself moves on. */
export function endParticipations(
  world: World,
  open: OpenItem,
  { which, reason }: { readonly which: 'everybody' | 'consults' | 'unansweredConsults'; readonly reason: LeaveReason },
): void {
  for (const { representative, mode, joinedAt } of participantsOf(open.item)) {
    if (which !== 'everybody' && mode !== 'consult') continue
    if (which === 'unansweredConsults' && joinedAt !== null) continue
    endParticipation(world, open, { representative, reason })
  }
}
