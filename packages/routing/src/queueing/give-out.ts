import { settle } from '../assignment/settle.ts'
import { enterQueue } from '../items/enter-queue.ts'
import { isGivingOut } from '../items/set-routing.ts'
import { isNewcomer, setStage } from '../items/stages.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { World } from '../world/world.ts'
import { carryOutOverflow } from './overflow-action.ts'
import { overflowOfUnassigned } from './overflow-playbook.ts'

const nobody: readonly OpenItem[] = []

/** Gives out whatever work can be given out; newcomers that nobody is there for go where a playbook sends them.
 *
 * Ends, because no overflow leads back to a queue that the item has left. */
export function giveOut(world: World): void {
  do {
    const newcomers = world.arrivals.length === 0 ? nobody : world.arrivals.filter(({ item }) => isNewcomer(item))
    settle(world)
    if (isGivingOut(world)) for (const open of newcomers) overflowUnassigned(world, open)
  } while (isGivingOut(world) && world.arrivals.length > 0)
}

/** Sends a newcomer that was given to nobody where a playbook says; nothing happens to others. */
export function overflowUnassigned(world: World, open: OpenItem): void {
  if (open.item.state === 'Closed' || !isNewcomer(open.item)) return
  setStage(open.item, 'newcomer', null)
  world.changes.workItems.add(open.item)
  const overflow = overflowOfUnassigned(world, open)
  if (overflow === null) return
  const after = carryOutOverflow(world, open, overflow)
  if (typeof after === 'object') enterQueue(world, open, { queue: after.goesTo, reason: 'overflow' })
}
