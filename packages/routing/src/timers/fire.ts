import { waitAnew } from '../assignment/waiting.ts'
import { resetDay } from '../capacity/day-use.ts'
import { endBlock, endWrapUpCapacity } from '../capacity/wrap-up-block.ts'
import { isOpen } from '../hours/working-hours.ts'
import { closeItem, endConversation } from '../items/close-item.ts'
import { leave } from '../items/commands/customer.ts'
import { decline } from '../items/commands/offers.ts'
import { lapseConsults } from '../items/consult-answers.ts'
import { refuseTransfer } from '../items/transfer-offer.ts'
import { giveUpConnection } from '../presence/person-commands.ts'
import { giveOut } from '../queueing/give-out.ts'
import { overflowInQueue } from '../queueing/in-queue-overflow.ts'
import { growScore } from '../queueing/priority-by-wait.ts'
import { assertNever } from '../structures/assert-never.ts'
import type { Instant } from '../vocabulary.ts'
import { recordItem } from '../world/journal.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { Person } from '../world/person.ts'
import { refreshPerson } from '../world/refresh-person.ts'
import type { World } from '../world/world.ts'
import { dueTimer } from './item-due.ts'
import { dueChanged, nextTimer } from './next-timer.ts'
import { overflowsNow, overflowTurns } from './overflow-turns.ts'
import { reconnectLapse } from './person-due.ts'
import type { Timer } from './timer.ts'

/** Fires every timer that is due, each at its own instant, and gives out the work of an instant before the next.
 *
 * `settling` false: work is given out later, because nobody was there to answer meanwhile. */
export function fireTimers(world: World, until: Instant, settling: boolean): void {
  for (let timer = nextTimer(world); timer !== undefined && timer.dueAt <= until; timer = nextTimer(world)) {
    world.now = Math.max(world.now, timer.dueAt)
    if (timer.kind === 'workItem' && overflowsNow(world, timer)) fireOverflows(world, settling)
    else fire(world, timer)
    const next = nextTimer(world)
    if (settling && (next === undefined || next.dueAt > world.now)) giveOut(world)
  }
}

/** Whatever overflows at this instant, item by item in the turn of the queues, each given out before the next moves.
 *
 * Whoever became free at this very instant takes what would overflow; but not what has waited longer, during an offer. */
function fireOverflows(world: World, settling: boolean): void {
  const { overdue, due } = overflowTurns(world)
  for (const open of overdue) fireItem(world, open)
  if (settling) giveOut(world)
  for (const open of due) {
    if (!overflowsNow(world, open)) continue
    fireItem(world, open)
    if (settling) giveOut(world)
  }
}

function fire(world: World, timer: Timer): void {
  switch (timer.kind) {
    case 'wrapUpBlock':
      endBlock(world, timer)
      return
    case 'representative':
      firePerson(world, timer)
      return
    case 'workItem':
      fireItem(world, timer)
      return
    default:
      assertNever(timer)
  }
}

function firePerson(world: World, person: Person): void {
  const lapse = reconnectLapse(world, person)
  if (lapse !== null && lapse <= world.now) giveUpConnection(world, person)
  resetDay(world, person)
  person.isWorking = isOpen(world.snapshot.calendars, person.settings.workingHours, world.now)
  refreshPerson(world, person)
}

function fireItem(world: World, open: OpenItem): void {
  const timer = dueTimer(world, open.item, world.now)
  switch (timer) {
    case null:
      break
    case 'offer':
      decline(world, open, 'AgentTimeout')
      break
    case 'transferOffer':
      refuseTransfer(world, open, 'AgentTimeout')
      break
    case 'consult':
      lapseConsults(world, open)
      break
    case 'wrapUpBlock':
      endWrapUpCapacity(world, open)
      break
    case 'customerGone':
      open.item.customerDisconnectedAt = null
      leave(world, open, 'CustomerDisconnect')
      break
    case 'inQueueOverflow':
      overflowInQueue(world, open)
      break
    case 'scoreGrowth':
      raiseScore(world, open)
      break
    case 'nextRing':
      waitAnew(world, open)
      break
    case 'autoClose':
      closeInactive(world, open)
      break
    default:
      assertNever(timer)
  }
  // Whatever fired: what the rules of the queue say may have changed at the same instant.
  if (open.line !== null && open.line.signature.queue.clocks.length > 0) waitAnew(world, open)
  dueChanged(world, open)
}

/** Who has waited another while goes up in the order of service. Not a change that delays automatic closure. */
function raiseScore(world: World, open: OpenItem): void {
  growScore(world, open.item)
  const { skills, attributes, priorityScore } = open.item
  recordItem(world, open, { type: 'workItem.requirementsChanged', skills, attributes, priorityScore })
  waitAnew(world, open)
}

/** A call in conversation goes to wrap-up first; everything else that nothing has happened to is closed. */
function closeInactive(world: World, open: OpenItem): void {
  const { item } = open
  if (item.channel === 'voice' && item.state === 'Active' && item.session !== null) {
    endConversation(world, open, 'AutoClose')
  } else closeItem(world, open, 'AutoClose')
}
