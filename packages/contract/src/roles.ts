import { list, name } from './values.ts'

/** The security roles of the product, by the names that administrators of such products know. */
export const roles = [
  'System Administrator',
  'CSR Manager',
  'Omnichannel Administrator',
  'Omnichannel Supervisor',
  'Customer Service Representative',
  'Omnichannel Agent',
] as const

export type Role = (typeof roles)[number]

/** Names of roles that somebody holds or is given: of the product, or custom ones of the configuration. */
export const heldRoles = list(name, 100)

/** What a caller may do. Each role is a set of these; an operation names the one it needs. */
export const capabilities = [
  /** See what the organization is made of: colleagues, queues, presences, workstreams, tables. */
  'seeOrganization',
  /** See own work, the items of own queues, and rows: what customers entrust to us. */
  'seeOwnWork',
  /** Take, do and hand over own work; set own presence. */
  'handleWork',
  /** Create and change rows, save and route them. */
  'editRows',
  'deleteRows',
  /** Start conversations and speak for the customer: channels and integrations. */
  'speakForCustomer',
  /** See everybody's work. */
  'seeAllWork',
  /** Stages, rules and candidates of an item, and why somebody did not get it. */
  'seeDiagnostics',
  /** Assign, transfer, release and close the work of others; set their presence. */
  'supervise',
  'seeConfiguration',
  /** Give representatives their default presence, capacity and queues. */
  'editRepresentatives',
  'editConfiguration',
  /** Write the prepared answers of everybody. */
  'editQuickReplies',
  /** How people sign in: passwords, sessions, lock-out. */
  'editAuthentication',
  /** Accounts, roles, invitations and API keys. */
  'manageAccounts',
  /** Read the audit log. */
  'seeAudit',
] as const

export type Capability = (typeof capabilities)[number]

/** The capabilities of each role. */
export const roleCapabilities: Readonly<Record<Role, readonly Capability[]>> = {
  'System Administrator': capabilities,
  'CSR Manager': [
    'seeOrganization',
    'seeOwnWork',
    'handleWork',
    'editRows',
    'deleteRows',
    'speakForCustomer',
    'seeAllWork',
    'seeDiagnostics',
    'supervise',
    'seeConfiguration',
    'editRepresentatives',
    'editConfiguration',
    'editQuickReplies',
    'editAuthentication',
    'seeAudit',
  ],
  'Omnichannel Administrator': [
    'seeOrganization',
    'seeOwnWork',
    'editRows',
    'speakForCustomer',
    'seeAllWork',
    'seeDiagnostics',
    'seeConfiguration',
    'editRepresentatives',
    'editConfiguration',
    'editQuickReplies',
    'editAuthentication',
  ],
  'Omnichannel Supervisor': [
    'seeOrganization',
    'seeOwnWork',
    'handleWork',
    'editRows',
    'speakForCustomer',
    'seeAllWork',
    'seeDiagnostics',
    'supervise',
    'seeConfiguration',
    'editRepresentatives',
    'editQuickReplies',
  ],
  'Customer Service Representative': ['seeOrganization', 'seeOwnWork', 'handleWork', 'editRows'],
  'Omnichannel Agent': ['seeOrganization', 'seeOwnWork', 'handleWork'],
}

/** The roles that have a capability, in the order of `roles`. */
export function rolesThatMay(capability: Capability): readonly Role[] {
  return roles.filter((role) => roleCapabilities[role].includes(capability))
}

/** All that somebody with these roles may do, in the order of `capabilities`. */
export function capabilitiesOf(held: readonly Role[]): readonly Capability[] {
  return capabilities.filter((capability) => held.some((role) => roleCapabilities[role].includes(capability)))
}

export function isRole(name: string): name is Role {
  return roles.some((role) => role === name)
}
