import { AppError } from '@unified-routing/contract'
import { updateStanding } from '../store/account-standing.ts'
import { findLinked, type LinkedAccount, linkAccount, listLinkable } from '../store/linked-accounts.ts'
import type { Store } from '../store/store.ts'
import type { AccountWriter } from './account-writer.ts'

/** Somebody whom an identity provider has vouched for. */
export interface Identified {
  /** The provider's own id of them, which never goes to somebody else. */
  readonly subject: string
  /** What says which account is theirs: an e-mail address, or the name of a representative. */
  readonly account: string
  readonly name: string
  readonly email: string | null
  /** Nobody is given an account by an address that the provider has not verified. */
  readonly isEmailVerified: boolean
  /** Groups or roles at the provider; null: roles are given here. */
  readonly groups: readonly string[] | null
}

export interface IdentifiedAccounts {
  /** The id of their account, made if that is wished. Errors: forbidden, when there is none for them. */
  resolve(identified: Identified): Promise<string>
}

interface Options {
  readonly store: Store
  readonly organizationId: string
  readonly writer: AccountWriter
  /** Whether an account is made for somebody who has none. */
  readonly makesAccounts: boolean
  /** Roles here, by a group or role of the provider. */
  readonly roleOfGroup: ReadonlyMap<string, string>
  /** Whether there is such a role now. */
  readonly isRole: (name: string) => boolean
  /** An account has other roles than before. */
  readonly onChanged: (accountId: string) => void
  readonly newId: () => string
  readonly now: () => number
}

/** Which account belongs to somebody whom an identity provider knows. Once found, they are linked for good. */
export function createIdentifiedAccounts(options: Options): IdentifiedAccounts {
  const { store, organizationId, writer, makesAccounts, roleOfGroup, isRole } = options
  const given = [...new Set(roleOfGroup.values())]
  const rolesOf = ({ groups }: Identified): readonly string[] =>
    given.filter((role) => isRole(role) && groups?.some((group) => roleOfGroup.get(group) === role))

  async function find(identified: Identified): Promise<LinkedAccount | null> {
    const linked = await findLinked(store, { organizationId, subject: identified.subject })
    if (linked !== null) return linked
    const wanted = identified.account.toLowerCase()
    if (!identified.isEmailVerified && wanted === identified.email?.toLowerCase()) throw unverified()
    const fitting = (await listLinkable(store, organizationId)).find(
      ({ email, representative }) => email === wanted || representative?.toLowerCase() === wanted,
    )
    if (fitting === undefined) return null
    if (fitting.isLinked)
      throw new AppError('forbidden', 'This account belongs to another person at the identity provider.')
    return fitting
  }

  async function make(identified: Identified): Promise<LinkedAccount> {
    const held = rolesOf(identified)
    if (!makesAccounts || identified.email === null || held.length === 0)
      throw new AppError('forbidden', `There is no account for ${identified.account} here; ask an administrator.`)
    if (!identified.isEmailVerified) throw unverified()
    await writer.create({
      name: identified.name,
      email: identified.email,
      representative: null,
      roles: held,
      passwordHash: null,
      tenantAdministrator: false,
    })
    const made = (await listLinkable(store, organizationId)).find(
      ({ email }) => email === identified.email?.toLowerCase(),
    )
    if (made === undefined) throw new AppError('internal', 'The new account cannot be read.')
    return made
  }

  return {
    async resolve(identified) {
      const account = (await find(identified)) ?? (await make(identified))
      if (!account.isLinked)
        await linkAccount(store, {
          id: options.newId(),
          accountId: account.id,
          subject: identified.subject,
          now: new Date(options.now()),
        })
      // Those whom the provider alone lets in have the roles that it says, also when it takes one away.
      if (identified.groups !== null && account.representative === null && !account.hasPassword)
        await updateStanding(store, {
          ...account,
          businessUnit: null,
          organizationId,
          roles: rolesOf(identified),
        }).finally(() => options.onChanged(account.id))
      return account.id
    },
  }
}

function unverified(): AppError {
  return new AppError(
    'unauthenticated',
    'The identity provider does not say that it has verified your e-mail address; verify it there, or ask an administrator.',
  )
}
