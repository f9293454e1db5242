import type { AccessRight } from './access.ts'
import type { Capability } from './roles.ts'

/** One line of the matrix of roles: something people do, in the administrator's words, and the capability it takes. */
export interface Privilege {
  readonly name: string
  readonly group: string
  readonly capability: Capability
  /** What it reaches only in some business units; absent: in the whole organization. */
  readonly access?: AccessRight
}

/** The matrix of roles, in the order an administrator reads it. Which role has which line follows from its capability. */
export const privileges = [
  {
    group: 'Work',
    name: 'View the lists of presences, queues and workstreams',
    capability: 'seeOrganization',
  },
  { group: 'Work', name: 'View the list of users', capability: 'seeOrganization', access: 'seeRepresentatives' },
  { group: 'Work', name: 'See the work of own queues', capability: 'seeOwnWork', access: 'seeQueueWork' },
  { group: 'Work', name: 'See rows', capability: 'seeOwnWork', access: 'seeRows' },
  { group: 'Work', name: 'Take and do own work; set own presence', capability: 'handleWork' },
  {
    group: 'Work',
    name: 'Hand work over to another representative',
    capability: 'handleWork',
    access: 'assignWork',
  },
  {
    group: 'Work',
    name: 'Add and change rows; save and route',
    capability: 'editRows',
    access: 'changeRows',
  },
  { group: 'Work', name: 'Delete rows', capability: 'deleteRows', access: 'deleteRows' },
  { group: 'Work', name: 'Start conversations and speak for the customer', capability: 'speakForCustomer' },
  { group: 'Supervision', name: 'See the work of everybody', capability: 'seeAllWork', access: 'seeAllWork' },
  {
    group: 'Supervision',
    name: 'See why work went where it went',
    capability: 'seeDiagnostics',
    access: 'seeDiagnostics',
  },
  {
    group: 'Supervision',
    name: 'Monitor, assign and transfer conversations; set the presence of others',
    capability: 'supervise',
    access: 'superviseRepresentatives',
  },
  { group: 'Configuration', name: 'View operating hours, rules and settings', capability: 'seeConfiguration' },
  {
    group: 'Configuration',
    name: 'Edit default presence and default capacity of a user',
    capability: 'editRepresentatives',
  },
  {
    group: 'Configuration',
    name: 'Edit queue assignment of a user; add and remove representatives of a queue',
    capability: 'editRepresentatives',
  },
  { group: 'Configuration', name: 'Add, edit and delete presences', capability: 'editConfiguration' },
  {
    group: 'Configuration',
    name: 'Add, edit and delete workstreams, channels and context variables',
    capability: 'editConfiguration',
  },
  { group: 'Configuration', name: 'Add, edit and delete queues and routing rules', capability: 'editConfiguration' },
  { group: 'Configuration', name: 'Add, edit and delete operating hours', capability: 'editConfiguration' },
  { group: 'Configuration', name: 'Add, edit and delete quick replies', capability: 'editQuickReplies' },
  { group: 'Configuration', name: 'Add, edit and delete disposition codes', capability: 'editConfiguration' },
  { group: 'Security', name: 'Authentication settings', capability: 'editAuthentication' },
  {
    group: 'Security',
    name: 'Edit roles of a user; accounts, business units, invitations and API keys',
    capability: 'manageAccounts',
  },
  { group: 'Security', name: 'Read the audit log', capability: 'seeAudit' },
] as const satisfies readonly Privilege[]
