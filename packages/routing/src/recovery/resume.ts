import { enterQueue } from '../items/enter-queue.ts'
import { endParticipations } from '../items/participants.ts'
import { phaseOf } from '../items/phase.ts'
import { withdrawOffer } from '../items/sessions.ts'
import { withdrawTransfer } from '../items/transfer-offer.ts'
import { fireTimers } from '../timers/fire.ts'
import { settleTimers } from '../timers/next-timer.ts'
import type { Instant } from '../vocabulary.ts'
import { recordOrganization } from '../world/journal.ts'
import type { World } from '../world/world.ts'

/** The server is back. Offers that nobody could see or answer are taken back, uncounted, as of the stop; what fell due
 * meanwhile happens at its instant; then, now, the work is given out again. */
export function resume(world: World, { stoppedAt, now }: { stoppedAt: Instant; now: Instant }): void {
  settleTimers(world)
  world.now = Math.min(Math.max(world.now, stoppedAt), now)
  recordOrganization(world, { type: 'organization.resumed', stoppedAt })
  for (const open of [...world.items.values()]) {
    withdrawTransfer(world, open, 'resume')
    endParticipations(world, open, { which: 'unansweredConsults', reason: 'resume' })
    if (phaseOf(open.item) !== 'offered') continue
    withdrawOffer(world, open, 'resume')
    enterQueue(world, open, { queue: open.item.queue ?? '', reason: 'returned' })
  }
  fireTimers(world, now, false)
}
