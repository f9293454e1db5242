import { z } from 'zod'
import type { Capability } from './roles.ts'
import { name } from './values.ts'

/** How an account may use the product, by the names that administrators of such products know. */
export const accessModes = [
  'Read-Write',
  'Administrative',
  'Read',
  'Support User',
  'Non-interactive',
  'Delegated Admin',
] as const

export type AccessMode = (typeof accessModes)[number]

/** The business unit that every other one is below. */
export const rootBusinessUnit = 'root'

/** What an account is beside its roles: where it belongs, how it may work, and whether it speaks for the tenant. */
export const accountStanding = {
  businessUnit: name,
  accessMode: z.enum(accessModes),
  /** May consent on behalf of the organization. */
  tenantAdministrator: z.boolean(),
}

const reading: readonly Capability[] = [
  'seeOrganization',
  'seeOwnWork',
  'seeAllWork',
  'seeDiagnostics',
  'seeConfiguration',
  'seeAudit',
]

const administering: readonly Capability[] = [
  'seeOrganization',
  'seeConfiguration',
  'editRepresentatives',
  'editConfiguration',
  'editQuickReplies',
  'editAuthentication',
  'manageAccounts',
  'seeAudit',
]

/** What an access mode leaves of the capabilities of roles; null: all of them.
 *
 * Read: nothing is written. Administrative: no data of customers. Non-interactive: everything, by API key only. */
const modeCapabilities: Readonly<Record<AccessMode, readonly Capability[] | null>> = {
  'Read-Write': null,
  Administrative: administering,
  Read: reading,
  'Support User': reading,
  'Non-interactive': null,
  'Delegated Admin': administering,
}

export function withinAccessMode(mode: AccessMode, held: readonly Capability[]): readonly Capability[] {
  const left = modeCapabilities[mode]
  return left === null ? held : held.filter((capability) => left.includes(capability))
}
