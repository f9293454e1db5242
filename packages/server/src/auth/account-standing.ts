import { type AccountView, AppError, accessModes } from '@unified-routing/contract'
import type { Configuration } from '@unified-routing/routing'
import { listStandings, type StoredStanding, updateStanding } from '../store/account-standing.ts'
import { endSessionsOf } from '../store/accounts.ts'
import type { Store } from '../store/store.ts'
import { unknownBusinessUnit } from './business-units.ts'
import type { Caller } from './caller.ts'
import { requireMayGive } from './require-no-more-than-own.ts'

export interface StandingPatch {
  readonly businessUnit?: string | undefined
  readonly accessMode?: AccountView['accessMode'] | undefined
  readonly tenantAdministrator?: boolean | undefined
  readonly roles?: readonly string[] | undefined
}

/** Accounts as those who manage them see them. */
export interface AccountStanding {
  list(): Promise<readonly AccountView[]>
  /** Errors: notFound; refused, when it is one's own, or somebody's roles or business unit are in the configuration;
   * invalid, when there is no such business unit or role; forbidden. */
  change(id: string, patch: StandingPatch, by: Caller): Promise<Changed>
  signOut(id: string): Promise<AccountView>
}

export interface Changed {
  readonly before: AccountView
  readonly after: AccountView
}

export function createAccountStanding({
  store,
  organizationId,
  configuration,
  businessUnitOf,
  onChanged,
}: {
  readonly store: Store
  readonly organizationId: string
  readonly configuration: () => { readonly document: Configuration }
  /** Of a representative; null: there is none. */
  readonly businessUnitOf: (representative: string | null) => string | null
  /** An account may do something else than before, or has fewer sessions. */
  readonly onChanged: (accountId: string) => void
}): AccountStanding {
  async function list(): Promise<readonly AccountView[]> {
    const accounts = await listStandings(store, organizationId)
    return accounts.map((account) => ({
      ...toView(account),
      businessUnit: businessUnitOf(account.representative) ?? account.businessUnit,
    }))
  }
  async function find(id: string): Promise<AccountView> {
    const found = (await list()).find((account) => account.id === id)
    if (found === undefined)
      throw new AppError('notFound', `There is no account ${id}; list them to see which there are.`)
    return found
  }
  return {
    list,
    async change(id, patch, by) {
      const before = await find(id)
      requireChangeable(before, patch, by)
      const gained = (patch.roles ?? []).filter((role) => !before.roles.includes(role))
      requireMayGive(by, { roles: gained, path: 'body.roles' }, configuration().document)
      const { accessMode = before.accessMode, tenantAdministrator = before.tenantAdministrator } = patch
      const roles = patch.roles ?? before.roles
      const businessUnit = patch.businessUnit ?? null
      const change = { organizationId, id, businessUnit, accessMode, tenantAdministrator, roles }
      const isChanged = await updateStanding(store, change).finally(() => onChanged(id))
      if (!isChanged) throw unknownBusinessUnit('body.businessUnit', businessUnit ?? '')
      return { before, after: await find(id) }
    },
    async signOut(id) {
      const account = await find(id)
      await endSessionsOf(store, id).finally(() => onChanged(id))
      return account
    },
  }
}

function requireChangeable(account: AccountView, patch: StandingPatch, by: Caller): void {
  if (account.id === by.account.id)
    throw new AppError('refused', 'You cannot change your own account; another administrator can.', {
      reason: 'ownAccount',
    })
  if (patch.roles !== undefined && account.representative !== null)
    throw new AppError(
      'refused',
      `The roles of ${account.representative} are in the configuration; change them there.`,
      {
        reason: 'rolesOfRepresentative',
      },
    )
  if (patch.businessUnit !== undefined && account.representative !== null)
    throw new AppError(
      'refused',
      `The business unit of ${account.representative} is in the configuration; change it there.`,
      { reason: 'businessUnitOfRepresentative' },
    )
  const isConsenting = patch.tenantAdministrator ?? account.tenantAdministrator
  if (isConsenting !== account.tenantAdministrator && !by.account.tenantAdministrator)
    throw new AppError('forbidden', 'Only a tenant administrator makes or unmakes another one.')
}

function toView({ lastSeenAt, ...account }: StoredStanding): AccountView {
  return {
    ...account,
    roles: [...account.roles],
    accessMode: accessModes.find((mode) => mode === account.accessMode) ?? 'Read',
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
  }
}
