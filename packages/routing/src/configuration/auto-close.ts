import type { Channel, DurationMs } from '../vocabulary.ts'
import type { AutoClose, Organization } from './document.ts'
import { durationMs } from './duration.ts'

export type AutoCloseState = AutoClose['state']

/** The time without a change after which an item is closed, by channel and state; null: never. */
export type AutoCloseTable = Readonly<Record<Channel, Readonly<Record<AutoCloseState, DurationMs | null>>>>

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** `Waiting` has no default here: it is a setting of the workstream. */
const messagingThroughProviders = { Open: 30 * DAY_MS, Active: 30 * DAY_MS, 'Wrap-up': DAY_MS, Waiting: null }

const defaults: AutoCloseTable = {
  liveChat: { Open: 20 * MINUTE_MS, Active: null, 'Wrap-up': 15 * MINUTE_MS, Waiting: null },
  persistentChat: { Open: 30 * DAY_MS, Active: null, 'Wrap-up': DAY_MS, Waiting: null },
  sms: messagingThroughProviders,
  whatsApp: messagingThroughProviders,
  facebook: messagingThroughProviders,
  teams: messagingThroughProviders,
  custom: messagingThroughProviders,
  voice: { Open: 30 * DAY_MS, Active: 2 * HOUR_MS, 'Wrap-up': DAY_MS, Waiting: null },
  record: { Open: null, Active: null, 'Wrap-up': null, Waiting: null },
}

/** The reference's table of automatic closure with the organization's own values in place (routing.md 8.7). */
export function autoCloseTable(organization: Organization | undefined): AutoCloseTable {
  const table = structuredCopy(defaults)
  for (const { channel, state, after } of organization?.autoClose ?? []) {
    table[channel][state] = after === null ? null : durationMs(after)
  }
  return table
}

function structuredCopy(table: AutoCloseTable): Record<Channel, Record<AutoCloseState, DurationMs | null>> {
  return {
    liveChat: { ...table.liveChat },
    persistentChat: { ...table.persistentChat },
    sms: { ...table.sms },
    whatsApp: { ...table.whatsApp },
    facebook: { ...table.facebook },
    teams: { ...table.teams },
    custom: { ...table.custom },
    voice: { ...table.voice },
    record: { ...table.record },
  }
}
