import {
  type AccessMode,
  type Capability,
  capabilitiesOf,
  type Role,
  rootBusinessUnit,
  withinAccessMode,
} from '@unified-routing/contract'
import type { Actor } from '@unified-routing/routing'

/** Who asks, and all they may do. Computed for each request from the account and the present configuration. */
export interface Caller {
  readonly by: 'cookie' | 'apiKey' | 'nothing'
  /** Unique over accounts and keys; rate limits and idempotency keys are counted by it. */
  readonly key: string
  readonly account: CallerAccount
  readonly roles: readonly Role[]
  readonly capabilities: readonly Capability[]
  /** The representative of the configuration that the account belongs to. */
  readonly representative: string | null
  /** The session of the cookie; null: there is none. */
  readonly session: string | null
  /** Somebody else chose the password: nothing but choosing another is open. */
  readonly mustChangePassword: boolean
}

/** The account behind a caller: of a person, or of whoever made the API key. */
export interface CallerAccount {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly businessUnit: string
  readonly accessMode: AccessMode
  readonly tenantAdministrator: boolean
}

/** Whoever did not sign in. */
export const anonymous: Caller = {
  by: 'nothing',
  key: 'anonymous',
  account: {
    id: '',
    name: 'anonymous',
    email: null,
    businessUnit: rootBusinessUnit,
    accessMode: 'Read',
    tenantAdministrator: false,
  },
  roles: [],
  capabilities: [],
  representative: null,
  session: null,
  mustChangePassword: false,
}

export function createCaller(caller: Omit<Caller, 'capabilities'>): Caller {
  const roles = [...new Set(caller.roles)]
  return { ...caller, roles, capabilities: withinAccessMode(caller.account.accessMode, capabilitiesOf(roles)) }
}

export function may(caller: Caller, capability: Capability): boolean {
  return caller.capabilities.includes(capability)
}

/** The actor of what a caller does with their own work. */
export function ownActor(caller: Caller): Actor {
  return caller.representative === null
    ? oversightActor(caller)
    : { kind: 'representative', name: caller.representative }
}

/** The actor of what a caller does with the work of others, or with the organization. */
export function oversightActor(caller: Caller): Actor {
  const name = caller.representative ?? caller.account.name
  if (caller.by === 'apiKey') return { kind: 'integration', name: caller.account.name }
  if (may(caller, 'editConfiguration')) return { kind: 'administrator', name }
  return may(caller, 'supervise') ? { kind: 'supervisor', name } : { kind: 'representative', name }
}
