import type { Announcement, Moment } from '../command.ts'
import { recordItem } from '../world/journal.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { World } from '../world/world.ts'
import { setStage } from './stages.ts'

type About = Pick<Announcement, 'moment'> & Partial<Pick<Announcement, 'representative' | 'queue'>>

/** Lets an automated message go out, if there is one for this moment: in the same decision as what it tells of, and before
 * that when it is the end. Nobody's activity: closing for inactivity does not wait for it. */
export function announce(world: World, open: OpenItem, what: Moment | About): void {
  const { item } = open
  const { say } = world.context
  if (say === undefined || item.kind === 'record' || item.channel === 'voice') return
  const {
    moment,
    representative = null,
    queue = item.queue,
  }: About = typeof what === 'string' ? { moment: what } : what
  const said = say({ moment, item, representative, queue, number: item.messageCount + 1 })
  if (said === null) return
  item.messageCount++
  const { message, kind } = said
  recordItem(world, open, { type: 'workItem.messageAdded', message, from: 'system', kind, number: item.messageCount })
}

/** That somebody is being asked is news once, however many are asked. */
export function announceOffer(world: World, open: OpenItem, representative: string): void {
  if (open.item.stages.toldOfOffer === true || world.context.say === undefined) return
  setStage(open.item, 'toldOfOffer', true)
  announce(world, open, { moment: 'representativeAssigned', representative })
}

/** Somebody has it now. */
export function announceArrival(world: World, open: OpenItem, representative: string): void {
  if (open.item.stages.toldOfOffer === true) setStage(open.item, 'toldOfOffer', null)
  announce(world, open, { moment: 'representativeJoined', representative })
}
