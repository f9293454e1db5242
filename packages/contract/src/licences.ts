import type { Channel } from '@unified-routing/routing'
import { z } from 'zod'
import { apiBase, noBody, noParams, noQuery, operation } from './operation.ts'
import { count, instant, list, name, text } from './values.ts'
import { channel } from './work-item.ts'

const group = 'Enabling'

interface Licence {
  readonly title: string
  /** `record`: cases, leads and custom tables. */
  readonly opens: readonly Channel[]
}

/** The licences of the product and what each opens. */
export const licences = {
  customerServiceEnterprise: { title: 'Customer Service Enterprise', opens: ['record'] },
  digitalMessaging: {
    title: 'Chat and Digital Messaging',
    opens: ['liveChat', 'persistentChat', 'sms', 'whatsApp', 'facebook', 'teams', 'custom'],
  },
  voice: { title: 'Voice', opens: ['voice'] },
} as const satisfies Record<string, Licence>

export type LicenceName = keyof typeof licences

const licenceName = z.enum(['customerServiceEnterprise', 'digitalMessaging', 'voice'])

/** The licence that opens each channel. */
export const licenceOf: Readonly<Record<Channel, LicenceName>> = {
  record: 'customerServiceEnterprise',
  liveChat: 'digitalMessaging',
  persistentChat: 'digitalMessaging',
  sms: 'digitalMessaging',
  whatsApp: 'digitalMessaging',
  facebook: 'digitalMessaging',
  teams: 'digitalMessaging',
  custom: 'digitalMessaging',
  voice: 'voice',
}

/** Channels as people name them. */
export const channelTitles: Readonly<Record<Channel, string>> = {
  record: 'Records',
  liveChat: 'Live chat',
  persistentChat: 'Persistent chat',
  sms: 'SMS',
  whatsApp: 'WhatsApp',
  facebook: 'Facebook',
  teams: 'Microsoft Teams',
  custom: 'Custom messaging',
  voice: 'Voice',
}

const licenceView = z
  .strictObject({
    name: licenceName,
    title: text,
    opens: list(channel),
    granted: z.boolean(),
    /** Null: since the installation was made. */
    changedAt: instant.nullable(),
    changedBy: name.nullable(),
  })
  .meta({ id: 'Licence' })

const channelView = z
  .strictObject({
    channel,
    title: text,
    /** `on`: new work is taken. `off`: an administrator turned it off. `notLicensed`: its licence is missing. */
    state: z.enum(['on', 'off', 'notLicensed']),
    licence: licenceName,
    changedAt: instant.nullable(),
    changedBy: name.nullable(),
    /** Workstreams of the configuration that use it. */
    workstreams: list(name),
    /** Work of it that is not closed. */
    openWork: count,
  })
  .meta({ id: 'Channel' })
export type ChannelView = z.output<typeof channelView>

const channelList = z
  .strictObject({ channels: list(channelView), licences: list(licenceView) })
  .meta({ id: 'ChannelList' })
export type ChannelList = z.output<typeof channelList>

export const listChannels = operation({
  id: 'listChannels',
  group,
  method: 'GET',
  path: `${apiBase}/channels`,
  summary: 'List the channels and licences with their state',
  audience: 'seeConfiguration',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: channelList,
  replyStatus: 200,
  errors: [],
})

export const setChannel = operation({
  id: 'setChannel',
  group,
  method: 'PUT',
  path: `${apiBase}/channels/{channel}`,
  summary: 'Turn a channel on or off',
  description:
    'Off, no new conversation is started on it; those that are open go on to their end, and its workstreams and rules are kept.',
  audience: 'editConfiguration',
  params: z.strictObject({ channel: channel.exclude(['record']) }),
  query: noQuery,
  body: z.strictObject({ enabled: z.boolean() }),
  reply: channelList,
  replyStatus: 200,
  errors: ['refused'],
  example: { enabled: false },
})

export const setLicence = operation({
  id: 'setLicence',
  group,
  method: 'PUT',
  path: `${apiBase}/licences/{licence}`,
  summary: 'Grant or remove a licence',
  description:
    'An installation begins with all of them. Without it, nothing new is routed on what it opens; open work goes on to its end.',
  audience: 'manageAccounts',
  params: z.strictObject({ licence: licenceName }),
  query: noQuery,
  body: z.strictObject({ granted: z.boolean() }),
  reply: channelList,
  replyStatus: 200,
  errors: [],
  example: { granted: true },
})
