import type { BotAnswer } from '@unified-routing/contract'
import { engagedBot, systemActor, type WorkItem, type WorkItemId } from '@unified-routing/routing'
import type { Engine } from '../../engine/engine.ts'
import { type BotDialog, forgetBotDialog, readBotDialog } from '../../store/bot-dialogs.ts'
import type { Reads } from '../../store/reads.ts'
import type { Store } from '../../store/store.ts'
import type { Bot, BotPeer } from './bot-peer.ts'
import type { BotSettings } from './bot-settings.ts'
import { Dialog } from './dialog.ts'

export interface DialogOptions {
  readonly store: Store
  readonly organizationId: string
  readonly engine: Pick<Engine, 'router' | 'submit'>
  readonly reads: Pick<Reads, 'messages' | 'workItem'>
  readonly bots: BotSettings
  readonly peers: Readonly<Record<Bot['value']['endpoint'], BotPeer>>
  readonly now: () => number
  readonly newId: () => string
}

export interface KeyedAnswer {
  readonly key: string
  readonly answer: BotAnswer
}

/** What customers and bots say to each other: told in order, each thing until the bot has it. */
export interface Dialogs {
  /** Does what is due in one conversation. Answers when to look again; null: the bot has left it. */
  goOn(workItem: WorkItemId): Promise<number | null>
  /** Takes an answer of the bot. False: it no longer has the conversation. */
  answer(workItem: WorkItemId, given: KeyedAnswer): Promise<boolean>
  /** Another server may have gone on with them. */
  forgetAll(): void
}

export function createDialogs(options: DialogOptions): Dialogs {
  const { store, organizationId, engine, reads, bots, peers, now, newId } = options
  const held = new Map<WorkItemId, Dialog>()

  async function dialogOf(item: WorkItem, bot: Bot): Promise<Dialog> {
    const known = held.get(item.id)
    if (known !== undefined) return known
    const kept = await readBotDialog(store, organizationId, item.id)
    const dialog = held.get(item.id) ?? new Dialog(options, kept ?? beginning(item.id, bot.name))
    held.set(item.id, dialog)
    return dialog
  }

  async function leave(workItem: WorkItemId): Promise<void> {
    held.delete(workItem)
    const kept = await readBotDialog(store, organizationId, workItem)
    if (kept === null) return
    await forgetBotDialog(store, organizationId, workItem)
    const [item, bot] = [await reads.workItem(workItem), await bots.find(kept.bot)]
    // Told once: a bot that does not hear it misses no more than a courtesy.
    if (item !== null && bot !== null && kept.told >= 0)
      await peers[bot.value.endpoint].tell({ bot, item, peer: kept.peer }, { type: 'ended' })
  }

  async function takeFromNobody(workItem: WorkItemId): Promise<void> {
    const because = 'The bot is not set up any more.'
    await engine.submit({
      operation: { type: 'command', command: { type: 'escalate', actor: systemActor, workItem, because } },
      actor: systemActor,
      idempotencyKey: null,
      requestHash: null,
      requestId: newId(),
    })
  }

  function engaged(workItem: WorkItemId): { readonly item: WorkItem; readonly name: string } | null {
    const item = engine.router()?.workItem(workItem) ?? null
    const name = item === null ? null : engagedBot(item)
    return item === null || name === null ? null : { item, name }
  }

  return {
    async goOn(workItem) {
      const found = engaged(workItem)
      if (found === null) {
        await leave(workItem)
        return null
      }
      const bot = await bots.find(found.name)
      if (bot !== null) return await (await dialogOf(found.item, bot)).goOn(found.item, bot)
      await takeFromNobody(workItem)
      return now()
    },
    async answer(workItem, given) {
      const found = engaged(workItem)
      const bot = found === null ? null : await bots.find(found.name)
      if (found === null || bot === null) return false
      await (await dialogOf(found.item, bot)).take(bot, [given])
      return true
    },
    forgetAll: () => held.clear(),
  }
}

function beginning(workItem: WorkItemId, bot: string): BotDialog {
  return { workItem, bot, told: -1, attempts: 0, askedAt: null, context: {}, peer: null }
}
