import { settingKinds } from '@unified-routing/contract'
import type { Configuration } from '@unified-routing/routing'
import type { Settings } from '../../settings/settings.ts'
import type { Bot } from './bot-peer.ts'

/** How long what was read of the settings is good. */
const GOOD_FOR_MS = 2_000

/** The bots as they are set up, a moment late at most. */
export interface BotSettings {
  /** The bot that conversations of a workstream begin with; null: none does. */
  of(workstream: string): Promise<Bot | null>
  find(name: string): Promise<Bot | null>
}

interface BotSettingsOptions {
  readonly settings: Pick<Settings, 'list'>
  readonly configuration: () => { readonly document: Configuration }
  readonly now: () => number
}

/** Bots have messages that are pushed; calls and what people pick for themselves begin without one. */
export function createBotSettings({ settings, configuration, now }: BotSettingsOptions): BotSettings {
  let read: { readonly at: number; readonly bots: Promise<readonly Bot[]> } | null = null

  function all(): Promise<readonly Bot[]> {
    if (read === null || now() - read.at >= GOOD_FOR_MS) {
      const bots = settings.list(settingKinds.bot)
      read = { at: now(), bots }
      bots.catch(() => {
        read = null
      })
    }
    return read.bots
  }

  return {
    async of(name) {
      const workstream = configuration().document.workstreams?.find((one) => one.name === name)
      if (workstream?.type !== 'messaging' || workstream.distribution === 'pick') return null
      return (await all()).find(({ value }) => value.active && value.workstream === name) ?? null
    },
    find: async (name) => (await all()).find((bot) => bot.name === name) ?? null,
  }
}
