import { channelTitles, type LicenceName, licenceOf, licences } from '@unified-routing/contract'
import type { Channel, Refusal } from '@unified-routing/routing'
import type { Admission } from '../engine/engine-options.ts'
import { listChannelSettings, listLicences } from '../store/licences.ts'
import type { Store } from '../store/store.ts'

/** What the licences and the channel switches let in, as it was last read. */
export interface StoredAdmission extends Admission {
  isGranted(licence: LicenceName): boolean
  isOn(channel: Channel): boolean
  /** Reads it anew: after a change here, and now and then for changes made through another server. */
  reload(): Promise<void>
}

/** Admission by what is stored. Before the first `reload` nothing is welcome. */
export function createAdmission(store: Pick<Store, 'db'>, organizationId: string): StoredAdmission {
  let granted: ReadonlySet<string> = new Set()
  let turnedOff: ReadonlySet<string> = new Set()
  const isGranted = (licence: LicenceName) => granted.has(licence)
  const isOn = (channel: Channel) => !turnedOff.has(channel)
  return {
    isGranted,
    isOn,
    async reload() {
      const [present, channels] = await Promise.all([
        listLicences(store, organizationId),
        listChannelSettings(store, organizationId),
      ])
      granted = new Set(present.flatMap((licence) => (licence.granted ? [licence.name] : [])))
      turnedOff = new Set(channels.flatMap(({ channel, enabled }) => (enabled ? [] : [channel])))
    },
    refuse(channel) {
      const licence = licenceOf[channel]
      if (!isGranted(licence)) return notLicensed(channel, licence)
      return isOn(channel) ? null : channelOff(channel)
    },
  }
}

function notLicensed(channel: Channel, licence: LicenceName): Refusal {
  const what = channel === 'record' ? 'Routing of records' : channelTitles[channel]
  return {
    code: 'notLicensed',
    message: `${what} is not licensed: an administrator can add the licence ${licences[licence].title} under Channels.`,
  }
}

function channelOff(channel: Channel): Refusal {
  return {
    code: 'channelOff',
    message: `${channelTitles[channel]} is turned off: an administrator can turn it on under Channels.`,
  }
}
