import type { Participant } from '../work-item.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { Person } from '../world/person.ts'
import type { World } from '../world/world.ts'
import { changed } from './change-item.ts'
import { endParticipation, recordPart, setParticipant } from './participants.ts'
import { monitorsUnseen, participantOf, participantsOf } from './stages.ts'

/** Whether the answer to a consult is awaited of the representative. */
export function isAsked({ item }: OpenItem, representative: string): boolean {
  return participantOf(item, representative)?.joinedAt === null
}

/** Yes to a consult. */
export function acceptConsult(world: World, open: OpenItem, { state: { name } }: Person): void {
  const asked = participantOf(open.item, name)
  if (asked !== undefined) enter(world, open, { ...asked, joinedAt: world.now, expiresAt: null })
}

/** No to a consult, or nothing in time. */
export function refuseConsult(
  world: World,
  open: OpenItem,
  answer: { readonly representative: string; readonly reason: 'AgentReject' | 'AgentTimeout' },
): void {
  endParticipation(world, open, answer)
  changed(world, open)
}

/** Takes back the consults that nobody has answered in time. */
export function lapseConsults(world: World, open: OpenItem): void {
  for (const { representative, expiresAt } of participantsOf(open.item)) {
    if (expiresAt === null || expiresAt > world.now) continue
    refuseConsult(world, open, { representative, reason: 'AgentTimeout' })
  }
}

/** They take part from now on. */
export function enter(world: World, open: OpenItem, participant: Participant): void {
  const { id, mode } = participant
  recordPart(world, { open, participant }, { type: 'workItem.participantJoined', participant: id, mode })
  setParticipant(world, open, participant)
  if (!monitorsUnseen(participant)) changed(world, open)
}
