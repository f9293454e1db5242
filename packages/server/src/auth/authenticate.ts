import { type AccessMode, AppError, apiKeyHeader } from '@unified-routing/contract'
import { isAPIError } from 'better-auth/api'
import type { ApiKeys } from './api-keys.ts'
import { type Caller, createCaller } from './caller.ts'
import type { Identity } from './identity.ts'

const API_KEY_LENGTH_MAX = 200

export interface Authentication {
  /** The caller of a request by its API key or session cookie; null when it has neither, or they no longer hold. */
  authenticate(headers: Headers): Promise<Caller | null>
  /** Checks e-mail and password; answers the caller and the cookies to set. */
  signIn(attempt: SignInAttempt): Promise<{ readonly caller: Caller; readonly cookies: readonly string[] }>
  /** Ends the session of the cookie, and answers the cookies to clear. */
  signOut(headers: Headers): Promise<readonly string[]>
}

export interface SignInAttempt {
  readonly email: string
  readonly password: string
  readonly rememberMe: boolean
  readonly headers: Headers
}

interface AuthenticationOptions {
  readonly identity: Identity
  readonly apiKeys: ApiKeys
  readonly rolesOf: (representative: string | null) => readonly string[]
}

interface AccountUser {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly representative?: string | null | undefined
  readonly roles: readonly string[]
  readonly businessUnit: string
  readonly accessMode: AccessMode
  readonly tenantAdministrator: boolean
}

/** Sign-in by session cookie or API key. Roles follow the present configuration, request by request. */
export function createAuthentication({ identity, apiKeys, rolesOf }: AuthenticationOptions): Authentication {
  function callerOf(user: AccountUser): Caller {
    const representative = user.representative ?? null
    const { id, name, email, businessUnit, accessMode, tenantAdministrator } = user
    return createCaller({
      by: 'cookie',
      key: `account:${user.id}`,
      account: { id, name, email, businessUnit, accessMode, tenantAdministrator },
      roleNames: [...user.roles, ...rolesOf(representative)],
      representative,
    })
  }

  async function bySession(headers: Headers): Promise<Caller | null> {
    if (!headers.has('cookie')) return null
    const found = await identity.api.getSession({ headers }).catch(unreadable)
    return found === null ? null : callerOf(found.user)
  }

  return {
    async authenticate(headers) {
      const key = headers.get(apiKeyHeader)
      if (key === null) return bySession(headers)
      return key.length > API_KEY_LENGTH_MAX ? null : apiKeys.verify(key)
    },
    async signIn({ email, password, rememberMe, headers }) {
      try {
        const answer = await identity.api.signInEmail({
          body: { email, password, rememberMe },
          headers,
          returnHeaders: true,
        })
        const cookies = answer.headers.getSetCookie()
        const caller = await bySession(new Headers({ cookie: cookies.map(withoutAttributes).join('; ') }))
        if (caller === null) throw new AppError('internal', 'The new session cannot be read.')
        return { caller, cookies }
      } catch (error) {
        if (isAPIError(error) && error.statusCode < 500)
          throw new AppError('unauthenticated', 'E-mail address or password is wrong.')
        if (isAPIError(error)) unreadable(error)
        throw error
      }
    },
    async signOut(headers) {
      const answer = await identity.api.signOut({ headers, returnHeaders: true })
      return answer.headers.getSetCookie()
    },
  }
}

/** better-auth hides why it could not look: it was the database. */
function unreadable(cause: unknown): never {
  throw new AppError('unavailable', 'Sessions cannot be read at the moment; try again.', {
    retryAfterSeconds: RETRY_SECONDS,
    cause,
  })
}

const RETRY_SECONDS = 1

function withoutAttributes(cookie: string): string {
  return cookie.split(';', 1)[0] ?? ''
}
