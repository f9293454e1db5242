import type { ClosureReason } from '../vocabulary.ts'
import { recordItem } from '../world/journal.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { World } from '../world/world.ts'
import { engagedBot, setStage } from './stages.ts'

/** Takes the conversation from its bot, if one has it. The caller says where it goes; the wait for people begins now. */
export function disengageBot(world: World, open: OpenItem, reason: ClosureReason): void {
  const { item } = open
  const bot = engagedBot(item)
  if (bot === null) return
  setStage(item, 'bot', null)
  item.closureReason = reason
  item.waitStartedAt = world.now
  item.orderSequence = world.journal.sequence + 1
  recordItem(world, open, { type: 'workItem.botLeft', bot, reason })
}
