import { SettingsRegular } from '@fluentui/react-icons'
import type { Organization } from '@unified-routing/routing'
import type { Noun } from '../frame/noun.ts'
import { StoredRowPage } from '../frame/noun-form.tsx'
import { SettingsFields } from './settings-fields.tsx'
import {
  closingEntries,
  organizationOf,
  organizationRow,
  type SettingsValues,
  settingsChange,
  settingsValues,
} from './settings-values.ts'

const KEY = 'organization'

/** The organization's settings as the one row of a noun, so that they have the manners of every form. */
const settings: Noun<Organization, SettingsValues> = {
  path: 'settings',
  // It is in no list: `changeOf` says how it is stored.
  list: 'tables',
  words: { one: 'setting', many: 'settings' },
  lead: 'What holds for the whole organization. A change takes effect at once.',
  icon: <SettingsRegular />,
  emptyText: '',
  isSingle: true,
  rowsOf: (configuration) => [organizationRow(configuration)],
  keyOf: () => KEY,
  titleOf: () => 'Settings',
  columns: () => [],
  labels: {
    name: 'Name of the organization',
    timeZone: 'Time zone',
    declineLimit: 'Declines of one item',
    declinersBeforeParking: 'Representatives who decline',
    missedOfferPresence: 'Presence after a missed offer',
    rejectedOfferPresence: 'Presence after a rejected offer',
    reconnectWindow: 'Reconnect window',
    sessionLimit: 'Open sessions',
    preferredRepresentative: 'Preferred representatives',
    autoClose: 'Automatic closure',
    representativeTransfer: 'Transfer between representatives',
  },
  required: { timeZone: 'Choose a time zone.' },
  valuesOf: settingsValues,
  rowOf: organizationOf,
  changeOf: settingsChange,
  fieldOf: (place, values) => {
    if (place.startsWith('preferredRepresentative')) return 'preferredEnabled'
    const [, entry] = /^autoClose\.(\d+)/.exec(place) ?? []
    return entry === undefined ? place : (closingEntries(values)[Number(entry)]?.field ?? 'autoClose')
  },
  Fields: SettingsFields,
}

/** The settings of the organization. */
export function SettingsPage() {
  return <StoredRowPage noun={settings} name={KEY} />
}
