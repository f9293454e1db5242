import { AppError } from '@unified-routing/contract'
import { listRoleHolders, renameHeldRoles, type StoredRoleHolder } from '../store/role-holders.ts'
import type { Store } from '../store/store.ts'

/** Who holds custom roles outside the configuration: accounts, open invitations, API keys, groups of the provider. */
export interface RoleHolders {
  /** Fails as `refused` when somebody holds a role that is to go, or a group gives one whose name is to change. */
  requireMayGo(change: RolesThatGo): Promise<void>
  /** Holders keep a role that has another name now. */
  rename(names: ReadonlyMap<string, string>): Promise<void>
}

export interface RolesThatGo {
  readonly removed: readonly string[]
  /** The new name by the old one. */
  readonly renamed: ReadonlyMap<string, string>
}

interface Options {
  readonly store: Store
  readonly organizationId: string
  /** Roles that a setting of the server gives to groups; no change of the configuration reaches it. */
  readonly givenByGroups: readonly string[]
  /** Holders have their roles under other names. */
  readonly onRenamed: () => void
  readonly now: () => number
}

const HOLDERS_NAMED_MAX = 3

export function createRoleHolders({ store, organizationId, givenByGroups, onRenamed, now }: Options): RoleHolders {
  return {
    async requireMayGo({ removed, renamed }) {
      const given = [...removed, ...renamed.keys()].find((role) => givenByGroups.includes(role))
      if (given !== undefined) throw inUse(given, 'UR_OIDC_ROLES, which gives it to a group')
      if (removed.length === 0) return
      const holders = await listRoleHolders(store, { organizationId, roles: removed, now: now() })
      for (const role of removed) {
        const held = holders.filter(({ roles }) => roles.includes(role))
        if (held.length > 0) throw inUse(role, wordsOf(held))
      }
    },
    async rename(names) {
      if (names.size > 0) await renameHeldRoles(store, { organizationId, names }).finally(onRenamed)
    },
  }
}

const nouns: Readonly<Record<StoredRoleHolder['kind'], string>> = {
  account: 'the account',
  invitation: 'the invitation of',
  apiKey: 'the API key',
}

function wordsOf(holders: readonly StoredRoleHolder[]): string {
  const words = holders.slice(0, HOLDERS_NAMED_MAX).map(({ kind, name }) => `${nouns[kind]} ${name}`)
  const others = holders.length - words.length
  return `${words.join(', ')}${others > 0 ? ` and ${others} more` : ''}`
}

function inUse(role: string, holders: string): AppError {
  return new AppError('refused', `The role ${role} is held by ${holders}; take it away there first.`, {
    reason: 'roleInUse',
  })
}
