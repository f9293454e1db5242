import type { Organization } from '@unified-routing/routing'
import { expect, test } from 'vitest'
import { closingEntries, organizationOf, settingsChange, settingsValues } from './settings-values.ts'

const organization: Organization = {
  name: 'Fjordline',
  timeZone: 'Europe/Oslo',
  declineLimit: 2,
  declinersBeforeParking: 40,
  missedOfferPresence: true,
  rejectedOfferPresence: true,
  reconnectWindow: '4m',
  sessionLimit: 5,
  preferredRepresentative: { enabled: true, whenUnavailable: 'leaveInQueue' },
  autoClose: [
    { channel: 'liveChat', state: 'Open', after: '30m' },
    { channel: 'voice', state: 'Active', after: null },
  ],
  representativeTransfer: false,
}

test('settings that are read into the form and written again are the same', () => {
  expect(organizationOf(settingsValues(organization))).toEqual(organization)
  expect(organizationOf(settingsValues(null))).toEqual({})
})

test('only what differs is saved, and a setting back at its default is taken away', () => {
  const values = { ...settingsValues(organization), declineLimit: 3, sessionLimit: 6 }
  expect(settingsChange(organizationOf(values), organization)).toEqual({
    organization: { declineLimit: null, sessionLimit: 6 },
  })
})

test('defaults that the document spells out are no change', () => {
  const spelledOut: Organization = { declineLimit: 3, reconnectWindow: 'PT150S', missedOfferPresence: false }
  expect(settingsChange(organizationOf(settingsValues(spelledOut)), spelledOut)).toEqual({ organization: {} })
})

test('each time of automatic closure knows its field', () => {
  expect(closingEntries(settingsValues(organization)).map(({ field }) => field)).toEqual([
    'autoClose.liveChat.Open',
    'autoClose.voice.Active',
  ])
})
