import type { LinkProps } from '@tanstack/react-router'
import type { AdminPlace } from '@unified-routing/contract'

const noun = (path: string): LinkProps => ({ to: '/admin/$noun', params: { noun: path } })

/** Where each thing is done. */
export const places: Readonly<Record<AdminPlace, LinkProps>> = {
  unifiedRouting: { to: '/admin/unified-routing' },
  consent: { to: '/admin/unified-routing/consent' },
  users: noun('users'),
  queues: noun('queues'),
  recordRouting: noun('record-routing'),
  workstreams: noun('workstreams'),
  skills: noun('skills'),
  capacityProfiles: noun('capacity-profiles'),
  operatingHours: noun('operating-hours'),
  presences: noun('presences'),
  channels: { to: '/admin/channels' },
  health: { to: '/admin/health' },
  configuration: { to: '/admin/configuration' },
  diagnostics: { to: '/diagnostics' },
  cases: { to: '/tables/$table/new', params: { table: 'case' } },
}

/** Places where one row of the configuration is done have an address for each. */
const ofOneRow: readonly AdminPlace[] = [
  'users',
  'queues',
  'recordRouting',
  'workstreams',
  'skills',
  'capacityProfiles',
  'operatingHours',
  'presences',
]

/** The place of one row, where it has one of its own. */
export function placeOf(place: AdminPlace, name: string | null): LinkProps {
  const link = places[place]
  if (name === null || !ofOneRow.includes(place)) return link
  const path = typeof link.params === 'object' && 'noun' in link.params ? link.params.noun : place
  return { to: '/admin/$noun/$name', params: { noun: String(path), name } }
}
