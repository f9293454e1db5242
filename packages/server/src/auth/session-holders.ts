import type { AccessMode } from '@unified-routing/contract'
import { createHolders, type Holders } from './holders.ts'
import type { Identity } from './identity.ts'
import type { PresentSession } from './sessions.ts'
import { unreadable } from './unreadable.ts'

/** Somebody who has signed in, with the session that their cookie stands for. */
export interface SessionHolder {
  readonly account: AccountUser
  readonly session: PresentSession
}

export interface AccountUser {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly representative?: string | null | undefined
  readonly roles: readonly string[]
  readonly businessUnit: string
  readonly accessMode: AccessMode
  readonly tenantAdministrator: boolean
  readonly mustChangePassword?: boolean | null | undefined
}

const REMEMBERED_MAX = 20_000

/** Whose a session cookie is. What somebody may do is not remembered: it follows from the configuration in force. */
export function createSessionHolders({
  identity,
  now,
}: {
  readonly identity: Identity
  readonly now: () => number
}): Holders<SessionHolder> {
  return createHolders<SessionHolder>({
    find: async (cookie) => {
      const found = await identity.api.getSession({ headers: new Headers({ cookie }) }).catch(unreadable)
      if (found === null) return null
      // The rest is left out: what opens a session is not kept.
      const { id, userId, createdAt, updatedAt, expiresAt } = found.session
      return { account: found.user, session: { id, userId, createdAt, updatedAt, expiresAt } }
    },
    rememberedMax: REMEMBERED_MAX,
    now,
  })
}
