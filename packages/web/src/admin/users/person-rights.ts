import type { Capability, SessionView } from '@unified-routing/contract'
import { may } from '../../data/permissions.ts'
import type { Person } from './person.ts'

/** What it takes to change each part of somebody; the server holds to the same. */
const rights: Readonly<Record<Exclude<keyof Person, 'name'>, Capability>> = {
  fullName: 'editConfiguration',
  email: 'manageAccounts',
  roles: 'manageAccounts',
  businessUnit: 'manageAccounts',
  bookable: 'editConfiguration',
  units: 'editRepresentatives',
  defaultPresence: 'editRepresentatives',
  workingHours: 'editConfiguration',
  skills: 'editConfiguration',
  profiles: 'editRepresentatives',
  queues: 'editRepresentatives',
  groups: 'editConfiguration',
  columns: 'editConfiguration',
}

export type PersonPart = keyof typeof rights

export function mayChange(session: SessionView, part: PersonPart): boolean {
  return may(session, rights[part])
}
