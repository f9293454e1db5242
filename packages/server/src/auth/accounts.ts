import { AppError, rootBusinessUnit } from '@unified-routing/contract'
import type { Configuration } from '@unified-routing/routing'
import { SERVICE_USER_NAME } from '../provisioning/service-actor.ts'
import {
  type Account,
  endSessionsOf,
  insertRepresentativeAccounts,
  listAccounts,
  updateAccount,
} from '../store/accounts.ts'
import { setMustChangePassword } from '../store/sessions.ts'
import type { Store } from '../store/store.ts'
import { createAccountWriter, type NewAccount } from './account-writer.ts'
import type { Identity } from './identity.ts'

type Representative = NonNullable<Configuration['representatives']>[number]

export interface Accounts {
  isEmpty(): Promise<boolean>
  /** Makes the first account, with every right. */
  bootstrap(administrator: { readonly email: string; readonly password: string }): Promise<void>
  /** Gives every representative with an e-mail address an account; those that are new get the password, if any. */
  follow(configuration: Configuration, newPassword: string | null): Promise<void>
  /** Makes the account that the system works as, which nobody can sign in to. Answers whether it was missing. */
  ensureServiceUser(): Promise<boolean>
  /** Sets a representative's password, making the account when there is none, and ends its sessions.
   *
   * `mustChange`: whoever set it knows it, so its owner has to choose another one. */
  setPassword(representative: Representative, password: string, how: { readonly mustChange: boolean }): Promise<void>
  /** Its owner has chosen the password. */
  passwordChosen(accountId: string): Promise<void>
  /** Makes an account that belongs to no representative. Errors: refused, when the address has one. */
  add(account: AddedAccount): Promise<void>
  /** Fails as `refused` when there is nothing to invite to: the address has an account with a password, or another's. */
  requireInvitable(invited: { readonly email: string; readonly representative: string | null }): Promise<void>
}

export interface AddedAccount {
  readonly name: string
  readonly email: string
  readonly roles: readonly string[]
  readonly password: string
}

interface AccountsOptions {
  readonly identity: Identity
  readonly store: Store
  readonly organizationId: string
  /** An account is another than before: its name, its password or whose it is. */
  readonly onChanged: (accountId: string) => void
  readonly newId: () => string
  readonly now: () => number
}

/** A configuration may bring thousands of people at once. */
const ACCOUNTS_PER_STATEMENT_MAX = 1000

/** What the system works as. No mail can be sent to it, and it has no password. */
const serviceUser: NewAccount = {
  name: SERVICE_USER_NAME,
  email: 'service@unified-routing.invalid',
  representative: null,
  roles: ['Omnichannel Administrator'],
  passwordHash: null,
  tenantAdministrator: false,
  accessMode: 'Non-interactive',
}

/** The accounts of an organization: its administrator's, and one for each representative with an e-mail address. */
export function createAccounts({ identity, store, organizationId, onChanged, newId, now }: AccountsOptions): Accounts {
  const { create, hash, setPasswordHash } = createAccountWriter({ identity, organizationId })
  async function holderOf(email: string): Promise<Account | undefined> {
    const accounts = await listAccounts(store, organizationId)
    return accounts.find((account) => account.email === email.toLowerCase())
  }

  async function follow(configuration: Configuration, newPassword: string | null): Promise<void> {
    const present = await listAccounts(store, organizationId)
    const plan = planAccounts(configuration.representatives ?? [], present)
    for (const change of plan.changed)
      await updateAccount(store, { ...change, now: new Date(now()) }).finally(() => onChanged(change.id))
    if (plan.missing.length === 0) return
    // One hash for all: they share the password, and scrypt is meant to be slow.
    const passwordHash = newPassword === null ? null : await hash(newPassword)
    const shared = { organizationId, businessUnit: rootBusinessUnit, passwordHash, now: new Date(now()) }
    for (let from = 0; from < plan.missing.length; from += ACCOUNTS_PER_STATEMENT_MAX) {
      const batch = plan.missing.slice(from, from + ACCOUNTS_PER_STATEMENT_MAX)
      const accounts = batch.map((account) => ({ ...account, id: newId() }))
      await insertRepresentativeAccounts(store, { ...shared, accounts })
    }
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
        roles: ['System Administrator', 'CSR Manager'],
        passwordHash,
        tenantAdministrator: true,
      })
    },
    ensureServiceUser: async () => {
      if ((await holderOf(serviceUser.email)) !== undefined) return false
      await create(serviceUser)
      return true
    },
    async setPassword(representative, password, { mustChange }) {
      const { name } = representative
      if (representative.email === undefined) throw noEmail(name)
      await follow({ version: 1, representatives: [representative] }, null)
      const account = (await listAccounts(store, organizationId)).find((one) => one.representative === name)
      if (account === undefined)
        throw new AppError('refused', `The e-mail address of ${name} belongs to another account.`, {
          reason: 'emailTaken',
        })
      const passwordHash = await hash(password)
      const change = async () => {
        await setPasswordHash(account, passwordHash)
        await setMustChangePassword(store, { accountId: account.id, mustChange })
        await endSessionsOf(store, account.id)
      }
      await change().finally(() => onChanged(account.id))
    },
    passwordChosen: (accountId) =>
      setMustChangePassword(store, { accountId, mustChange: false }).finally(() => onChanged(accountId)),
    async add({ password, ...account }) {
      if ((await holderOf(account.email)) !== undefined) throw emailTaken(account.email)
      const passwordHash = await hash(password)
      await create({ ...account, representative: null, passwordHash, tenantAdministrator: false })
    },
    async requireInvitable({ email, representative }) {
      const holder = await holderOf(email)
      if (holder === undefined) return
      if (representative === null || holder.representative !== representative) throw emailTaken(email)
      if (holder.hasPassword)
        throw new AppError('refused', `${representative} has a password already and can sign in.`, {
          reason: 'hasPassword',
        })
    },
  }
}

function noEmail(name: string): AppError {
  return new AppError('refused', `Representative ${name} has no e-mail address; add one in the configuration.`, {
    reason: 'noEmail',
  })
}

function emailTaken(email: string): AppError {
  return new AppError('refused', `The e-mail address ${email} belongs to another account.`, { reason: 'emailTaken' })
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
