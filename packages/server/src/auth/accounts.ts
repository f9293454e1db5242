import { AppError, type Role, rootBusinessUnit } from '@unified-routing/contract'
import type { Configuration } from '@unified-routing/routing'
import { type Account, endSessionsOf, listAccounts, updateAccount } from '../store/accounts.ts'
import type { Store } from '../store/store.ts'
import type { Identity } from './identity.ts'

type Representative = NonNullable<Configuration['representatives']>[number]

export interface Accounts {
  isEmpty(): Promise<boolean>
  /** Makes the first account, with every right. */
  bootstrap(administrator: { readonly email: string; readonly password: string }): Promise<void>
  /** Gives every representative with an e-mail address an account; those that are new get the password, if any. */
  follow(configuration: Configuration, newPassword: string | null): Promise<void>
  /** Sets a representative's password, making the account when there is none, and ends its sessions. */
  setPassword(representative: Representative, password: string): Promise<void>
}

interface AccountsOptions {
  readonly identity: Identity
  readonly store: Store
  readonly organizationId: string
  readonly now: () => number
}

interface NewAccount {
  readonly name: string
  readonly email: string
  readonly representative: string | null
  readonly roles: readonly Role[]
  readonly passwordHash: string | null
  readonly tenantAdministrator: boolean
}

/** The accounts of an organization: its administrator's, and one for each representative with an e-mail address. */
export function createAccounts({ identity, store, organizationId, now }: AccountsOptions): Accounts {
  async function create(account: NewAccount): Promise<void> {
    const { internalAdapter } = await identity.$context
    const { passwordHash, roles, ...user } = account
    const created = await internalAdapter.createUser(
      {
        ...user,
        email: account.email.toLowerCase(),
        emailVerified: true,
        organizationId,
        roles: [...roles],
        businessUnit: rootBusinessUnit,
        accessMode: 'Read-Write',
      },
      { method: 'email-password' },
    )
    if (passwordHash !== null) await addPassword(created.id, passwordHash)
  }

  async function addPassword(userId: string, password: string): Promise<void> {
    const { internalAdapter } = await identity.$context
    await internalAdapter.linkAccount({ userId, accountId: userId, providerId: 'credential', password })
  }

  async function hash(password: string): Promise<string> {
    return (await identity.$context).password.hash(password)
  }

  async function follow(configuration: Configuration, newPassword: string | null): Promise<void> {
    const present = await listAccounts(store, organizationId)
    const plan = planAccounts(configuration.representatives ?? [], present)
    for (const change of plan.changed) await updateAccount(store, { ...change, now: new Date(now()) })
    if (plan.missing.length === 0) return
    // One hash for all: they share the password, and scrypt is meant to be slow.
    const passwordHash = newPassword === null ? null : await hash(newPassword)
    for (const representative of plan.missing)
      await create({ ...representative, roles: [], passwordHash, tenantAdministrator: false })
  }

  return {
    follow,
    isEmpty: async () => (await listAccounts(store, organizationId)).length === 0,
    async bootstrap({ email, password }) {
      const passwordHash = await hash(password)
      await create({
        name: 'Administrator',
        email,
        representative: null,
        roles: ['System Administrator'],
        passwordHash,
        tenantAdministrator: true,
      })
    },
    async setPassword(representative, password) {
      const { name } = representative
      if (representative.email === undefined)
        throw new AppError('refused', `Representative ${name} has no e-mail address; add one in the configuration.`, {
          reason: 'noEmail',
        })
      await follow({ version: 1, representatives: [representative] }, null)
      const account = (await listAccounts(store, organizationId)).find((one) => one.representative === name)
      if (account === undefined)
        throw new AppError('refused', `The e-mail address of ${name} belongs to another account.`, {
          reason: 'emailTaken',
        })
      const passwordHash = await hash(password)
      if (account.hasPassword) await (await identity.$context).internalAdapter.updatePassword(account.id, passwordHash)
      else await addPassword(account.id, passwordHash)
      await endSessionsOf(store, account.id)
    },
  }
}

interface AccountPlan {
  readonly missing: readonly { readonly name: string; readonly email: string; readonly representative: string }[]
  readonly changed: readonly {
    readonly id: string
    readonly name: string
    readonly email: string
    readonly representative: string | null
  }[]
}

/** What must change so that each representative with an address has an account. Taken addresses are left alone. */
function planAccounts(representatives: readonly Representative[], present: readonly Account[]): AccountPlan {
  const byRepresentative = new Map(present.map((account) => [account.representative, account]))
  const taken = new Map<string, Pick<Account, 'id' | 'name' | 'representative'>>(
    present.map((account) => [account.email, account]),
  )
  const missing: { name: string; email: string; representative: string }[] = []
  const changed: { id: string; name: string; email: string; representative: string | null }[] = []
  for (const representative of representatives) {
    const email = representative.email?.toLowerCase()
    if (email === undefined) continue
    const wanted = { name: representative.fullName ?? representative.name, email, representative: representative.name }
    const account = byRepresentative.get(representative.name)
    const holder = taken.get(email)
    if (account === undefined && holder === undefined) {
      missing.push(wanted)
      taken.set(email, { ...wanted, id: '' })
    } else if (account === undefined && holder?.representative === null) {
      changed.push({ ...wanted, id: holder.id, name: holder.name })
    } else if (account !== undefined && (account.email !== email || account.name !== wanted.name)) {
      changed.push({ ...wanted, id: account.id })
    }
  }
  return { missing, changed }
}
