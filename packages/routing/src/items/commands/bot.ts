import { factsOf } from '../../assignment/item-facts.ts'
import type { Command } from '../../command.ts'
import { recordItem } from '../../world/journal.ts'
import type { OpenItem } from '../../world/open-item.ts'
import type { World } from '../../world/world.ts'
import { disengageBot } from '../bot-session.ts'
import { changed, setState } from '../change-item.ts'
import { runClassification, runStages } from '../run-stages.ts'
import { engagedBot, setStage } from '../stages.ts'

type Escalate = Extract<Command, { type: 'escalate' }>

/** Gives a new conversation to the bot of its workstream. It is classified, and in no queue: nobody waits yet. */
export function engageBot(world: World, open: OpenItem, bot: string): void {
  runClassification(world, open, factsOf(world, open.item))
  setStage(open.item, 'bot', bot)
  recordItem(world, open, { type: 'workItem.botEngaged', bot })
  setState(world, open, { to: 'Active', reason: null })
}

/** The bot hands over to people: what it found out is known to all stages, which the conversation goes through now as
 * a new one would, overflow before queueing with them. The customer waits from here on. */
export function escalate(world: World, open: OpenItem, { context = {}, because }: Escalate): void {
  const { item } = open
  const bot = engagedBot(item)
  if (bot === null) return
  item.context = { ...item.context, ...context }
  recordItem(world, open, { type: 'workItem.escalated', bot, context: item.context, because: because ?? null })
  disengageBot(world, open, 'BotTransferToAgent')
  changed(world, open)
  runStages(world, open)
}
