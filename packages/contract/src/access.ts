import type { Capability, Role } from './roles.ts'

/** How far a right reaches, from nothing to the whole organization. */
export const accessLevels = ['None', 'Basic', 'Local', 'Deep', 'Global'] as const

export type AccessLevel = (typeof accessLevels)[number]

/** What each level covers, in the administrator's words. */
export const accessLevelMeanings: Readonly<Record<AccessLevel, string>> = {
  None: 'nothing',
  Basic: 'oneself, and the work that one holds, is offered or had last',
  Local: 'also all of the own business unit',
  Deep: 'also all of the business units below it',
  Global: 'the whole organization',
}

/** What somebody sees or changes only as far as their access reaches; all else is the organization's. */
export const accessRights = [
  'seeRows',
  'changeRows',
  'deleteRows',
  /** Work that waits or is done in one's own queues. */
  'seeQueueWork',
  /** All work, whatever queue it is in. */
  'seeAllWork',
  'seeDiagnostics',
  /** Hand work over to a representative. */
  'assignWork',
  'seeRepresentatives',
  /** Set the presence of a representative, sign them in and out, give them capacity. */
  'superviseRepresentatives',
] as const

export type AccessRight = (typeof accessRights)[number]

/** The capabilities that a right takes, any of them. */
export const accessCapabilities: Readonly<Record<AccessRight, readonly Capability[]>> = {
  seeRows: ['seeOwnWork'],
  changeRows: ['editRows'],
  deleteRows: ['deleteRows'],
  seeQueueWork: ['seeOwnWork'],
  seeAllWork: ['seeAllWork', 'seeOwnWork'],
  seeDiagnostics: ['seeDiagnostics'],
  assignWork: ['handleWork', 'supervise'],
  seeRepresentatives: ['seeOrganization'],
  superviseRepresentatives: ['supervise', 'editRepresentatives', 'handleWork'],
}

const everywhere = {
  seeRows: 'Global',
  changeRows: 'Global',
  deleteRows: 'Global',
  seeQueueWork: 'Global',
  seeAllWork: 'Global',
  seeDiagnostics: 'Global',
  assignWork: 'Global',
  seeRepresentatives: 'Global',
  superviseRepresentatives: 'Global',
} as const satisfies Record<AccessRight, AccessLevel>

const inOwnUnit = {
  seeRows: 'Local',
  changeRows: 'Local',
  deleteRows: 'None',
  seeQueueWork: 'Local',
  seeAllWork: 'Basic',
  seeDiagnostics: 'None',
  assignWork: 'Deep',
  seeRepresentatives: 'Local',
  superviseRepresentatives: 'Basic',
} as const satisfies Record<AccessRight, AccessLevel>

const downward = {
  seeRows: 'Deep',
  changeRows: 'Deep',
  deleteRows: 'Deep',
  seeQueueWork: 'Deep',
  seeAllWork: 'Deep',
  seeDiagnostics: 'Deep',
  assignWork: 'Deep',
  seeRepresentatives: 'Deep',
  superviseRepresentatives: 'Deep',
} as const satisfies Record<AccessRight, AccessLevel>

/** How far each role reaches. A custom role reaches as far as the role of its persona.
 *
 * Administrators of the organization reach all of it; managers and supervisors what is theirs and below;
 * representatives their own unit. Conversations that nobody holds yet belong to the root, so those who work them see
 * the ones of their queues wherever they belong. */
export const roleAccess: Readonly<Record<Role, Readonly<Record<AccessRight, AccessLevel>>>> = {
  'System Administrator': everywhere,
  'CSR Manager': downward,
  'Omnichannel Administrator': { ...everywhere, deleteRows: 'None', assignWork: 'None' },
  'Omnichannel Supervisor': { ...downward, deleteRows: 'None', seeQueueWork: 'Global' },
  'Customer Service Representative': inOwnUnit,
  'Omnichannel Agent': { ...inOwnUnit, changeRows: 'None', seeQueueWork: 'Global' },
}

/** How far somebody with these roles reaches: the farthest of them counts. */
export function accessOf(held: readonly Role[], right: AccessRight): AccessLevel {
  const levels = held.map((role) => accessLevels.indexOf(roleAccess[role][right]))
  return accessLevels[Math.max(0, ...levels)] ?? 'None'
}
