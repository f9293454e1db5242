import { randomBytes, randomUUID } from 'node:crypto'
import { createAccountStanding } from './auth/account-standing.ts'
import { createAccountWriter } from './auth/account-writer.ts'
import { createAccounts } from './auth/accounts.ts'
import { createApiKeys } from './auth/api-keys.ts'
import { createAuthentication, type RoleHolder } from './auth/authenticate.ts'
import { effectiveRoles, knownRoles } from './auth/effective-roles.ts'
import { createIdentifiedAccounts } from './auth/identified-accounts.ts'
import { createIdentity, type Identity, type PasswordHashing } from './auth/identity.ts'
import { createInvitations } from './auth/invitations.ts'
import { createLockOut } from './auth/lock-out.ts'
import { openBusinessUnits } from './auth/open-business-units.ts'
import { createRepresentativeBusinessUnits } from './auth/representative-business-units.ts'
import { createRepresentativeRoles } from './auth/representative-roles.ts'
import { createRoleHolders } from './auth/role-holders.ts'
import { createSessionHolders } from './auth/session-holders.ts'
import { createSessions } from './auth/sessions.ts'
import { createSignInSettings } from './auth/sign-in-settings.ts'
import { createSingleSignOn, type SingleSignOnSettings } from './auth/single-sign-on.ts'
import type { Engine } from './engine/engine.ts'
import type { Services } from './http/services.ts'
import { settleSetting } from './store/installation-settings.ts'
import type { Store } from './store/store.ts'

const SECRET_BYTES = 48

export interface AccessOptions {
  readonly store: Store
  readonly organizationId: string
  readonly configuration: Engine['configuration']
  readonly publicUrl: string | null
  /** Null: people sign in with e-mail and password only. */
  readonly singleSignOn: SingleSignOnOptions | null
  /** Left out: the real, slow one. */
  readonly passwordHashing?: PasswordHashing
  readonly now: () => number
}

export interface SingleSignOnOptions extends SingleSignOnSettings {
  readonly label: string
  readonly makesAccounts: boolean
  readonly roleOfGroup: ReadonlyMap<string, string>
}

/** Who people are, how they come in, and what they belong to. */
export type Access = Pick<
  Services,
  | 'accounts'
  | 'invitations'
  | 'apiKeys'
  | 'authentication'
  | 'singleSignOn'
  | 'accountStanding'
  | 'businessUnits'
  | 'scopes'
  | 'sessions'
  | 'signInSettings'
  | 'lockOut'
  | 'roleHolders'
  | 'onHolderChanged'
>

/** Hears whose account was changed; null: anybody's may have been. */
type HolderListener = (accountId: string | null) => void

/** Builds everything about signing in, on one identity. */
export async function createAccess(options: AccessOptions): Promise<Access> {
  const { store, organizationId, configuration, now } = options
  const newId = randomUUID
  const identity = await openIdentity(options)
  const signInSettings = createSignInSettings({ store, organizationId, now })
  const { of: businessUnitOf, counts: representatives } = createRepresentativeBusinessUnits(configuration)
  const listeners = new Set<HolderListener>()
  const tell: HolderListener = (accountId) => {
    for (const listener of listeners) listener(accountId)
  }
  const onRemoved = () => tell(null)
  const apiKeys = createApiKeys({ identity, store, organizationId, configuration, businessUnitOf, onRemoved, now })
  const holders = createSessionHolders({ identity, now })
  /** What was done to an account, or to any (null), is felt at once: nothing is remembered of it. */
  function onChanged(accountId: string | null): void {
    holders.forget(({ account }) => accountId === null || account.id === accountId)
    apiKeys.forget(accountId)
    tell(accountId)
  }
  const accounts = createAccounts({ identity, store, organizationId, onChanged, newId, now })
  const sessions = createSessions({ store, onEnded: onChanged, settings: signInSettings.read, now })
  const sources = { configuration, rolesOf: createRolesOf(configuration), businessUnitOf }
  return {
    accounts,
    invitations: createInvitations({
      store,
      accounts,
      organizationId,
      configuration,
      passwordLengthMin: async () => (await signInSettings.read()).passwordLengthMin,
      now,
      newId,
    }),
    apiKeys,
    authentication: createAuthentication({ identity, apiKeys, sessions, holders, onChanged, ...sources }),
    singleSignOn: singleSignOnOf(options, { identity, onChanged }),
    accountStanding: createAccountStanding({ store, organizationId, configuration, businessUnitOf, onChanged }),
    ...(await openBusinessUnits({ store, organizationId, representatives, now })),
    sessions,
    signInSettings,
    roleHolders: createRoleHolders({
      store,
      organizationId,
      givenByGroups: rolesOfGroups(options),
      onRenamed: () => onChanged(null),
      now,
    }),
    lockOut: createLockOut({ store, organizationId, settings: signInSettings.read, now }),
    onHolderChanged: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** What an account may do: by its own roles and by those of its representative. */
function createRolesOf(configuration: Engine['configuration']) {
  const ofRepresentative = createRepresentativeRoles(configuration)
  return ({ roles, representative }: RoleHolder) => [
    ...effectiveRoles(roles, configuration().document),
    ...ofRepresentative(representative),
  ]
}

function rolesOfGroups({ singleSignOn }: AccessOptions): readonly string[] {
  return singleSignOn === null ? [] : [...singleSignOn.roleOfGroup.values()]
}

async function openIdentity({ store, organizationId, publicUrl, passwordHashing }: AccessOptions): Promise<Identity> {
  const value = randomBytes(SECRET_BYTES).toString('base64url')
  const secret = await settleSetting(store, { organizationId, name: 'secret', value })
  const hashing = passwordHashing === undefined ? {} : { passwordHashing }
  return createIdentity({ pool: store.pool, secret, publicUrl, ...hashing })
}

function singleSignOnOf(
  { singleSignOn, organizationId, store, configuration, now }: AccessOptions,
  { identity, onChanged }: { readonly identity: Identity; readonly onChanged: (accountId: string) => void },
): Access['singleSignOn'] {
  if (singleSignOn === null) return null
  const { label, makesAccounts, roleOfGroup } = singleSignOn
  const writer = createAccountWriter({ identity, organizationId })
  const isRole = (name: string) => knownRoles(configuration().document).includes(name)
  const newId = randomUUID
  const access = { store, organizationId, writer, makesAccounts, roleOfGroup, isRole, onChanged, newId, now }
  return {
    label,
    provider: createSingleSignOn(singleSignOn),
    accounts: createIdentifiedAccounts(access),
  }
}
