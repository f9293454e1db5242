import type { Command } from '../../command.ts'
import { asynchronousChannels } from '../../configuration/workstream-settings.ts'
import type { Refusal } from '../../router.ts'
import { refuse } from '../../router-refusal.ts'
import type { OpenItem } from '../../world/open-item.ts'
import type { World } from '../../world/world.ts'
import { announce } from '../announce.ts'
import { createItem } from '../create-item.ts'
import { runStages } from '../run-stages.ts'
import { engageBot } from './bot.ts'
import { recordMessage } from './message.ts'

type StartConversation = Extract<Command, { type: 'startConversation' }>

/** A customer writes or calls through a workstream of messages or voice. */
export function startConversation(world: World, command: StartConversation): Refusal | OpenItem {
  const { workItem, workstream: name, customer, context, message, rows, bot } = command
  if (world.items.has(workItem)) return refuse('alreadyExists', `Work item ${workItem} exists already; use a fresh id.`)
  const workstream = world.snapshot.workstreams.get(name)
  if (workstream === undefined) return refuse('unknownWorkstream', `There is no workstream ${name}.`)
  if (workstream.type === 'record') {
    return refuse('notAllowedForChannel', `${name} is a workstream of records; save and route a record instead.`)
  }
  const open = createItem(world, { id: workItem, workstream, record: null, customer, context, inheritedSkills: {} })
  world.rows.keep(open.item, rows)
  if (message !== null) recordMessage(world, open, { message, from: 'customer', kind: 'message' })
  if (bot === undefined && asynchronousChannels.includes(workstream.channel)) announce(world, open, 'greeting')
  if (bot === undefined) runStages(world, open)
  else engageBot(world, open, bot)
  return open
}
