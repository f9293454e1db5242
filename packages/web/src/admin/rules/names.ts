import type { Workstream } from '@unified-routing/routing'

type Channel = Workstream['channel']

/** Every channel with its name for people. */
export const channelTexts: Readonly<Record<Channel, string>> = {
  liveChat: 'Live chat',
  persistentChat: 'Persistent chat',
  sms: 'SMS',
  whatsApp: 'WhatsApp',
  facebook: 'Facebook',
  teams: 'Teams',
  custom: 'Custom messaging',
  voice: 'Voice',
  record: 'Record',
}

export const channelNames = Object.entries(channelTexts).map(([value, text]) => ({ value, text }))
