import type { Command } from '../../command.ts'
import type { Refusal } from '../../router.ts'
import { refuse } from '../../router-refusal.ts'
import type { Participant } from '../../work-item.ts'
import { recordSession } from '../../world/journal.ts'
import type { OpenItem } from '../../world/open-item.ts'
import type { World } from '../../world/world.ts'
import { announce } from '../announce.ts'
import { changed } from '../change-item.ts'
import { enter } from '../consult-answers.ts'
import { endParticipation, setParticipant } from '../participants.ts'
import { offerTimeoutMs } from '../sessions.ts'
import { monitorsUnseen, participantOf, participantsOf, transferOffer } from '../stages.ts'
import { unknownRepresentative } from './offers.ts'
import { isUnavailable } from './transfer.ts'

/** How many of a kind may take part in one conversation at a time. */
const PARTICIPANTS_MAX = { consult: 5, monitor: 20 } as const

type Consult = Extract<Command, { type: 'consult' }>

/** Asks a colleague for advice. Until they are added they only read, and the customer knows nothing of them. */
export function consult(world: World, open: OpenItem, { representative, takesCapacity }: Consult): Refusal | null {
  const person = world.people.get(representative)
  if (person === undefined) return unknownRepresentative(representative)
  const refusal = cannotTakePart(open, representative, 'consult')
  if (refusal !== null) return refusal
  if (!person.state.signedIn || isUnavailable(person.state.basePresence)) {
    return refuse('notSignedIn', `${representative} is ${person.state.presence}; consult somebody who is there.`)
  }
  endParticipation(world, open, { representative, reason: 'left' })
  const expiresAt = world.now + offerTimeoutMs(world, open)
  const participant: Participant = {
    id: world.context.newId(),
    representative,
    mode: 'consult',
    access: 'private',
    takesCapacity,
    addedAt: world.now,
    joinedAt: null,
    expiresAt,
  }
  recordSession(
    world,
    { open, representative },
    { type: 'workItem.consultAsked', participant: participant.id, expiresAt, takesCapacity },
  )
  setParticipant(world, open, participant)
  changed(world, open)
  return null
}

/** Lets the customer see whoever was consulted: from now on they may write. */
export function addParticipant(world: World, open: OpenItem, representative: string): Refusal | null {
  return show(world, open, { representative, mode: 'consult' })
}

/** A supervisor reads along. Nobody in the conversation is told. */
export function monitorConversation(world: World, open: OpenItem, representative: string): Refusal | null {
  if (!world.people.has(representative)) return unknownRepresentative(representative)
  const refusal = cannotTakePart(open, representative, 'monitor')
  if (refusal !== null) return refusal
  enter(world, open, {
    id: world.context.newId(),
    representative,
    mode: 'monitor',
    access: 'private',
    takesCapacity: false,
    addedAt: world.now,
    joinedAt: world.now,
    expiresAt: null,
  })
  return null
}

/** Whoever monitors takes part: the customer and the representative are told. */
export function joinConversation(world: World, open: OpenItem, representative: string): Refusal | null {
  return show(world, open, { representative, mode: 'monitor' })
}

/** Ends the part of somebody: their own step, or by whoever has the conversation. */
export function leaveConversation(
  world: World,
  open: OpenItem,
  leaving: { readonly representative: string; readonly reason: 'left' | 'consultEnded' },
): Refusal | null {
  const { representative, reason } = leaving
  const present = participantOf(open.item, representative)
  if (present === undefined || (reason === 'consultEnded' && present.mode !== 'consult')) {
    return takesNoPart(open, representative)
  }
  endParticipation(world, open, leaving)
  if (present.access === 'public') announce(world, open, { moment: 'participantLeft', representative })
  if (!monitorsUnseen(present)) changed(world, open)
  return null
}

function show(
  world: World,
  open: OpenItem,
  { representative, mode }: Pick<Participant, 'representative' | 'mode'>,
): Refusal | null {
  const present = participantOf(open.item, representative)
  if (present === undefined || present.mode !== mode || present.joinedAt === null) {
    return takesNoPart(open, representative)
  }
  if (present.access === 'public') {
    return refuse('alreadyTakesPart', `${representative} takes part in conversation ${open.item.id} already.`)
  }
  recordSession(
    world,
    { open, representative },
    { type: 'workItem.participantShown', participant: present.id, mode: present.mode },
  )
  setParticipant(world, open, { ...present, access: 'public' })
  announce(world, open, { moment: 'participantJoined', representative })
  changed(world, open)
  return null
}

function cannotTakePart({ item }: OpenItem, representative: string, mode: Participant['mode']): Refusal | null {
  if (item.kind === 'record') {
    return refuse('notAllowedForChannel', `${item.id} is a record; only conversations have others who take part.`)
  }
  if (item.session?.representative === representative) {
    return refuse('sameRepresentative', `${representative} has work item ${item.id} already.`)
  }
  // Who monitors unseen can be consulted like anybody else: a refusal would tell that they do.
  const isWanted = transferOffer(item)?.representative === representative
  const part = participantOf(item, representative)
  if (isWanted || (part !== undefined && !(mode === 'consult' && monitorsUnseen(part)))) {
    return refuse(
      'alreadyTakesPart',
      `${representative} is asked about conversation ${item.id}, or takes part, already.`,
    )
  }
  const present = participantsOf(item).filter((each) => each.mode === mode).length
  if (present < PARTICIPANTS_MAX[mode]) return null
  return refuse('participantLimit', `${present} take part in conversation ${item.id} already; one has to leave first.`)
}

function takesNoPart({ item }: OpenItem, representative: string): Refusal {
  return refuse('takesNoPart', `${representative} does not take part in conversation ${item.id} in that way.`)
}
