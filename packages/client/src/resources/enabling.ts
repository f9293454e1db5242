import { type LicenceName, operations } from '@unified-routing/contract'
import type { Caller } from '../call.ts'

type ChannelName = (typeof operations.setChannel.params)['_zod']['input']['channel']

/** What decides whether work is routed at all: turning on and off, consent, channels, licences, and how it stands. */
export function enablingResources(call: Caller['call']) {
  return {
    unifiedRouting: {
      read: () => call(operations.getUnifiedRouting, {}),
      /** Answers at once; read the state to follow it. */
      enable: () => call(operations.enableUnifiedRouting, {}),
      disable: (openWork: 'drain' | 'return') => call(operations.disableUnifiedRouting, { body: { openWork } }),
      readConsent: () => call(operations.getConsent, {}),
      consent: () => call(operations.giveConsent, { body: { onBehalfOfOrganization: true } }),
      revokeConsent: () => call(operations.revokeConsent, {}),
    },
    channels: {
      list: () => call(operations.listChannels, {}),
      set: (channel: ChannelName, enabled: boolean) =>
        call(operations.setChannel, { params: { channel }, body: { enabled } }),
    },
    licences: {
      set: (licence: LicenceName, granted: boolean) =>
        call(operations.setLicence, { params: { licence }, body: { granted } }),
    },
    insights: {
      setUp: () => call(operations.getSetUp, {}),
      health: () => call(operations.checkHealth, {}),
      todaysFlow: () => call(operations.getTodaysFlow, {}),
    },
  }
}
