import { type AccessMode, rootBusinessUnit } from '@unified-routing/contract'
import type { Account } from '../store/accounts.ts'
import type { Identity } from './identity.ts'

export interface NewAccount {
  readonly name: string
  readonly email: string
  readonly representative: string | null
  readonly roles: readonly string[]
  readonly passwordHash: string | null
  readonly tenantAdministrator: boolean
  /** Read-Write when absent. */
  readonly accessMode?: AccessMode
}

/** Writes accounts and passwords through better-auth, which knows the shape of both. */
export interface AccountWriter {
  create(account: NewAccount): Promise<void>
  hash(password: string): Promise<string>
  setPasswordHash(account: Pick<Account, 'id' | 'hasPassword'>, passwordHash: string): Promise<void>
}

export function createAccountWriter({
  identity,
  organizationId,
}: {
  readonly identity: Identity
  readonly organizationId: string
}): AccountWriter {
  async function addPassword(userId: string, password: string): Promise<void> {
    const { internalAdapter } = await identity.$context
    await internalAdapter.linkAccount({ userId, accountId: userId, providerId: 'credential', password })
  }

  return {
    async create({ passwordHash, roles, ...user }) {
      const { internalAdapter } = await identity.$context
      const created = await internalAdapter.createUser(
        {
          ...user,
          email: user.email.toLowerCase(),
          emailVerified: true,
          organizationId,
          roles: [...roles],
          businessUnit: rootBusinessUnit,
          accessMode: user.accessMode ?? 'Read-Write',
        },
        { method: 'email-password' },
      )
      if (passwordHash !== null) await addPassword(created.id, passwordHash)
    },
    async hash(password) {
      return (await identity.$context).password.hash(password)
    },
    async setPasswordHash({ id, hasPassword }, passwordHash) {
      if (hasPassword) await (await identity.$context).internalAdapter.updatePassword(id, passwordHash)
      else await addPassword(id, passwordHash)
    },
  }
}
