import { z } from 'zod'
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
