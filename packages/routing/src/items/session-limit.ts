import type { OpenItem } from '../world/open-item.ts'
import type { Person } from '../world/person.ts'
import type { World } from '../world/world.ts'
import { workstreamOf } from './change-item.ts'
import { enterQueue } from './enter-queue.ts'
import { withdrawOffer } from './sessions.ts'

/** At the limit of sessions, takes back the conversations that are still offered to them: uncounted, and back in their
 * queues. The load has made them Busy - DND by then; where that presence is given work, their offers stand. */
export function withdrawBeyondSessionLimit(world: World, person: Person): void {
  if (person.openSessions < world.snapshot.organization.sessionLimit) return
  // In an order that a recovered router finds again.
  const held = person.held.toSorted((left, right) => left.item.orderSequence - right.item.orderSequence)
  for (const open of held) {
    if (!isOffered(open, person) || isGivenToBusy(world, open)) continue
    withdrawOffer(world, open, 'MaximumSessionsReached')
    enterQueue(world, open, { queue: open.item.queue ?? '', reason: 'returned' })
  }
}

function isOffered({ item }: OpenItem, { state }: Person): boolean {
  const { kind, session } = item
  return kind === 'conversation' && session?.representative === state.name && session.acceptedAt === null
}

function isGivenToBusy(world: World, open: OpenItem): boolean {
  return workstreamOf(world, open.item)?.allowedPresences.includes('Busy - DND') === true
}
