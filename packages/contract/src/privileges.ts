import type { Capability } from './roles.ts'

/** One line of the matrix of roles: something people do, in the administrator's words, and the capability it takes. */
export interface Privilege {
  readonly name: string
  readonly group: string
  readonly capability: Capability
}

/** The matrix of roles, in the order an administrator reads it. Which role has which line follows from its capability. */
export const privileges = [
  {
    group: 'Work',
    name: 'View the lists of users, presences, queues and workstreams',
    capability: 'seeOrganization',
  },
  { group: 'Work', name: 'See own work and rows', capability: 'seeOwnWork' },
  { group: 'Work', name: 'Take, do and hand over own work; set own presence', capability: 'handleWork' },
  { group: 'Work', name: 'Add and change rows; save and route', capability: 'editRows' },
  { group: 'Work', name: 'Delete rows', capability: 'deleteRows' },
  { group: 'Work', name: 'Start conversations and speak for the customer', capability: 'speakForCustomer' },
  { group: 'Supervision', name: 'See the work of everybody', capability: 'seeAllWork' },
  { group: 'Supervision', name: 'See why work went where it went', capability: 'seeDiagnostics' },
  {
    group: 'Supervision',
    name: 'Monitor, assign and transfer conversations; set the presence of others',
    capability: 'supervise',
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
