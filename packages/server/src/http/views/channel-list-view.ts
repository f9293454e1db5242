import { type ChannelList, channelTitles, licenceOf, licences } from '@unified-routing/contract'
import type { Channel } from '@unified-routing/routing'
import type { Services } from '../services.ts'
import { isoInstant } from './instants.ts'

const channels = [
  'liveChat',
  'persistentChat',
  'sms',
  'whatsApp',
  'facebook',
  'teams',
  'custom',
  'voice',
] as const satisfies readonly Channel[]

const licenceNames = ['customerServiceEnterprise', 'digitalMessaging', 'voice'] as const

/** Every channel and licence with its state. */
export async function viewChannelList({ enabling, catalogs }: Services): Promise<ChannelList> {
  const [stored, settings, openWork] = await Promise.all([
    enabling.licences(),
    enabling.channels(),
    enabling.openWorkByChannel(),
  ])
  const licensed = new Map(stored.map((one) => [one.name, one]))
  const switched = new Map(settings.map((one) => [one.channel, one]))
  const workstreams = [...catalogs().workstreams.values()]
  return {
    channels: channels.map((channel) => {
      const licence = licenceOf[channel]
      const setting = switched.get(channel)
      const isOn = setting?.enabled ?? true
      return {
        channel,
        title: channelTitles[channel],
        state: licensed.get(licence)?.granted !== true ? 'notLicensed' : isOn ? 'on' : 'off',
        licence,
        changedAt: setting === undefined ? null : isoInstant(setting.changedAt),
        changedBy: setting?.changedBy ?? null,
        workstreams: workstreams.filter((one) => one.channel === channel).map(({ name }) => name),
        openWork: openWork.get(channel) ?? 0,
      }
    }),
    licences: licenceNames.map((name) => {
      const present = licensed.get(name)
      return {
        name,
        title: licences[name].title,
        opens: [...licences[name].opens],
        granted: present?.granted ?? false,
        changedAt: present?.changedAt == null ? null : isoInstant(present.changedAt),
        changedBy: present?.changedBy ?? null,
      }
    }),
  }
}
