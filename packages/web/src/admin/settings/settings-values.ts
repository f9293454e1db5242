import {
  type AutoClose,
  autoCloseTable,
  type Configuration,
  type ConfigurationChange,
  formatDuration,
  type Organization,
  organizationSettings,
} from '@unified-routing/routing'
import { numberOr } from '../nouns/values.ts'

export type Channel = AutoClose['channel']
export type ClosingState = AutoClose['state']

/** Texts of durations; empty: never. */
type Closing = Record<ClosingState, string>

export type SettingsValues = {
  name: string
  timeZone: string
  declineLimit: number | null
  declinersBeforeParking: number | null
  missedOfferPresence: boolean
  rejectedOfferPresence: boolean
  reconnectWindow: string
  sessionLimit: number | null
  preferredEnabled: boolean
  whenUnavailable: string
  representativeTransfer: boolean
  autoClose: Record<Channel, Closing>
}

export const closingStates = ['Open', 'Active', 'Wrap-up', 'Waiting'] as const
export const closingChannels = [
  'liveChat',
  'persistentChat',
  'sms',
  'whatsApp',
  'facebook',
  'teams',
  'custom',
  'voice',
  'record',
] as const

export function settingsValues(organization: Organization | null): SettingsValues {
  const settings = organizationSettings(organization ?? undefined)
  const table = autoCloseTable(organization ?? undefined)
  const closing = (channel: Channel): Closing => ({
    Open: textOf(table[channel].Open),
    Active: textOf(table[channel].Active),
    'Wrap-up': textOf(table[channel]['Wrap-up']),
    Waiting: textOf(table[channel].Waiting),
  })
  return {
    name: organization?.name ?? '',
    timeZone: settings.timeZone,
    declineLimit: settings.declineLimit,
    declinersBeforeParking: settings.declinersBeforeParking,
    missedOfferPresence: settings.missedOfferPresence,
    rejectedOfferPresence: settings.rejectedOfferPresence,
    reconnectWindow: formatDuration(settings.reconnectWindowMs),
    sessionLimit: settings.sessionLimit,
    preferredEnabled: settings.preferredRepresentative.enabled,
    whenUnavailable: settings.preferredRepresentative.whenUnavailable,
    representativeTransfer: settings.representativeTransfer,
    autoClose: {
      liveChat: closing('liveChat'),
      persistentChat: closing('persistentChat'),
      sms: closing('sms'),
      whatsApp: closing('whatsApp'),
      facebook: closing('facebook'),
      teams: closing('teams'),
      custom: closing('custom'),
      voice: closing('voice'),
      record: closing('record'),
    },
  }
}

/** The settings that are not the default, as the document has them. */
export function organizationOf(values: SettingsValues): Organization {
  const usual = settingsValues(null)
  const changed = <Key extends keyof SettingsValues>(key: Key) => values[key] !== usual[key]
  const autoClose = closingEntries(values).map(({ entry }) => entry)
  const preferredRepresentative = {
    ...(values.preferredEnabled ? { enabled: true } : {}),
    ...(values.whenUnavailable === 'leaveInQueue' ? ({ whenUnavailable: 'leaveInQueue' } as const) : {}),
  }
  return {
    ...(values.name === '' ? {} : { name: values.name }),
    ...(changed('timeZone') ? { timeZone: values.timeZone } : {}),
    ...(changed('declineLimit') ? { declineLimit: numberOr(values.declineLimit) } : {}),
    ...(changed('declinersBeforeParking') ? { declinersBeforeParking: numberOr(values.declinersBeforeParking) } : {}),
    ...(values.missedOfferPresence ? { missedOfferPresence: true } : {}),
    ...(values.rejectedOfferPresence ? { rejectedOfferPresence: true } : {}),
    ...(changed('reconnectWindow') ? { reconnectWindow: values.reconnectWindow } : {}),
    ...(changed('sessionLimit') ? { sessionLimit: numberOr(values.sessionLimit) } : {}),
    ...(Object.keys(preferredRepresentative).length > 0 ? { preferredRepresentative } : {}),
    ...(autoClose.length > 0 ? { autoClose } : {}),
    ...(values.representativeTransfer ? {} : { representativeTransfer: false }),
  }
}

/** The times of automatic closure that are not the default, each with its field of the form. */
export function closingEntries({ autoClose }: SettingsValues): readonly { entry: AutoClose; field: string }[] {
  const usual = settingsValues(null).autoClose
  return closingChannels.flatMap((channel) =>
    closingStates.flatMap((state) => {
      const text = autoClose[channel][state]
      if (text === usual[channel][state]) return []
      return [{ entry: { channel, state, after: text === '' ? null : text }, field: `autoClose.${channel}.${state}` }]
    }),
  )
}

/** Only the settings that differ, so that two people can change different ones at once. */
export function settingsChange(row: unknown, before: Organization | null): ConfigurationChange {
  const was = normal(before)
  const now: Readonly<Record<string, unknown>> = typeof row === 'object' && row !== null ? { ...row } : {}
  const keys = new Set([...Object.keys(was), ...Object.keys(now)])
  const differing = [...keys].filter((key) => JSON.stringify(was[key]) !== JSON.stringify(now[key]))
  return { organization: Object.fromEntries(differing.map((key) => [key, now[key] ?? null])) }
}

/** Defaults that the document spells out are no difference to the form. */
function normal(organization: Organization | null): Readonly<Record<string, unknown>> {
  return { ...organizationOf(settingsValues(organization)) }
}

/** The settings as a row: there is always one. */
export function organizationRow({ organization = {} }: Configuration): Organization {
  return organization
}

function textOf(ms: number | null): string {
  return ms === null ? '' : formatDuration(ms)
}
