import type { Command, OpenWork } from '../command.ts'
import { recordOrganization } from '../world/journal.ts'
import type { World } from '../world/world.ts'
import { enterQueue } from './enter-queue.ts'
import { phaseOf } from './phase.ts'
import { withdrawOffer } from './sessions.ts'
import { withdrawTransfer } from './transfer-offer.ts'

/** While routing is off: open work is still given out. */
const DRAINING = 'routing:draining'

/** Switches routing on or off; off, the open work drains, is returned or is held. */
export function setRouting(
  world: World,
  { enabled, openWork = 'hold' }: Extract<Command, { type: 'setRouting' }>,
): void {
  const drains = !enabled && openWork === 'drain'
  const isAsBefore = world.isRoutingEnabled === enabled && isDraining(world) === drains
  if (!isAsBefore) {
    world.isRoutingEnabled = enabled
    if (isDraining(world) !== drains) world.memory.set(DRAINING, drains ? true : null)
    recordOrganization(world, { type: 'organization.routingChanged', enabled, ...described(enabled, openWork) })
  }
  if (!enabled && openWork === 'return') returnOffers(world)
}

/** Off, but what was open then still goes to its end. */
export function isDraining(world: World): boolean {
  return world.memory.get(DRAINING) === true
}

/** Whether waiting work may be given to anybody. */
export function isGivingOut(world: World): boolean {
  return world.isRoutingEnabled || isDraining(world)
}

/** Takes every offer back that nobody has accepted, also of a transfer. It counts as no decline. */
function returnOffers(world: World): void {
  for (const open of [...world.items.values()]) {
    withdrawTransfer(world, open, 'resume')
    if (phaseOf(open.item) !== 'offered') continue
    withdrawOffer(world, open, 'resume')
    enterQueue(world, open, { queue: open.item.queue ?? '', reason: 'returned' })
  }
}

function described(enabled: boolean, openWork: OpenWork): { readonly openWork?: OpenWork } {
  return enabled ? {} : { openWork }
}
