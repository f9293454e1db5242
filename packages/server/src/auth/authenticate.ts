import { AppError, type Role } from '@unified-routing/contract'
import type { Configuration } from '@unified-routing/routing'
import { isAPIError } from 'better-auth/api'
import { z } from 'zod'
import type { ApiKeys } from './api-keys.ts'
import { type Caller, createCaller } from './caller.ts'
import { callersInForce } from './callers-in-force.ts'
import type { Holders } from './holders.ts'
import type { Identity } from './identity.ts'
import type { SessionHolder } from './session-holders.ts'
import type { Sessions } from './sessions.ts'
import { unreadable } from './unreadable.ts'

const API_KEY_LENGTH_MAX = 200

export interface Authentication {
  /** The caller of a request by its API key or session cookie; null when it has neither, or they no longer hold. */
  authenticate(credentials: Credentials, use?: SessionUse): Promise<Caller | null>
  /** A caller whom one of these made, with what the configuration in force gives them. */
  inForce(caller: Caller): Caller
  /** Checks e-mail and password; answers the caller and the cookies to set. */
  signIn(attempt: SignInAttempt): Promise<{ readonly caller: Caller; readonly cookies: readonly string[] }>
  /** Begins a session for an account that an identity provider has vouched for. */
  open(accountId: string, headers: Headers): Promise<{ readonly caller: Caller; readonly cookies: readonly string[] }>
  /** Ends the session of the cookie, and answers the cookies to clear. */
  signOut(headers: Headers): Promise<readonly string[]>
  /** Sets another password when the present one is right, and answers the cookies of the one session that goes on.
   *
   * Errors: `invalid` at body.currentPassword. */
  changePassword(change: PasswordChange): Promise<readonly string[]>
}

/** What a request says about who sends it. */
export interface Credentials {
  readonly apiKey: string | null
  /** The whole header. */
  readonly cookie: string | null
}

export interface PasswordChange {
  readonly currentPassword: string
  readonly newPassword: string
  readonly headers: Headers
}

/** Whether a request is somebody at work, which keeps a session from idling, or a page that only listens. */
export interface SessionUse {
  readonly isActivity: boolean
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
  readonly sessions: Sessions
  readonly holders: Holders<SessionHolder>
  /** An account has other sessions than before. */
  readonly onChanged: (accountId: string) => void
  readonly configuration: () => { readonly document: Configuration; readonly version: number }
  readonly rolesOf: (account: RoleHolder) => readonly Role[]
  /** Null: no representative; then the account says it. */
  readonly businessUnitOf: (representative: string | null) => string | null
}

/** Has roles of its own, and those of its representative. */
export interface RoleHolder {
  readonly roles: readonly string[]
  readonly representative: string | null
}

/** Sign-in by session cookie or API key. Roles follow the present configuration, request by request. */
export function createAuthentication(options: AuthenticationOptions): Authentication {
  const { identity, apiKeys, sessions, holders, onChanged } = options
  const callers = callersInForce(options.configuration, (holder: SessionHolder) => toCaller(holder, options))

  /** Whoever holds the session of the cookie; null: it is nobody's, or over. */
  async function holderOf(cookie: string, use: SessionUse): Promise<SessionHolder | null> {
    const known = holders.remembered(cookie)
    if (known !== null && (await sessions.isAlive(known.session, use))) return known
    // One that seems to be over may have been used on another server meanwhile.
    const holder = await holders.look(cookie)
    if (holder === null || (await sessions.isAlive(holder.session, use))) return holder
    await sessions.end({ accountId: holder.account.id, id: holder.session.id })
    return null
  }

  async function bySession(cookie: string | null, use: SessionUse): Promise<Caller | null> {
    const holder = cookie === null ? null : await holderOf(cookie, use)
    return holder === null || holder.account.accessMode === 'Non-interactive' ? null : callers.of(holder)
  }

  async function callerOfNew(cookies: readonly string[]): Promise<Caller> {
    const caller = await bySession(cookies.map(withoutAttributes).join('; '), { isActivity: true })
    if (caller === null) throw new AppError('internal', 'The new session cannot be read.')
    return caller
  }

  /** Does something to the sessions of whoever sends the cookie: afterwards nothing is remembered of them. */
  async function changingSessions<Result>(headers: Headers, change: () => Promise<Result>): Promise<Result> {
    const cookie = headers.get('cookie')
    const holder = cookie === null ? null : (holders.remembered(cookie) ?? (await holders.look(cookie)))
    return change().finally(() => {
      if (holder !== null) onChanged(holder.account.id)
    })
  }

  return {
    async open(accountId, headers) {
      const { internalAdapter } = await identity.$context
      const account = await internalAdapter.findUserById(accountId)
      const standing = z.object({ accessMode: z.string() }).safeParse(account)
      if (standing.data?.accessMode === 'Non-interactive') throw nobodysAccount()
      const answer = await identity.api.openSession({ body: { accountId }, headers, returnHeaders: true })
      const cookies = answer.headers.getSetCookie()
      return { caller: await callerOfNew(cookies), cookies }
    },
    async authenticate({ apiKey, cookie }, use = { isActivity: true }) {
      if (apiKey === null) return bySession(cookie, use)
      return apiKey.length > API_KEY_LENGTH_MAX ? null : apiKeys.verify(apiKey)
    },
    inForce: (caller) => callers.renewed(caller) ?? apiKeys.inForce(caller) ?? caller,
    async signIn({ email, password, rememberMe, headers }) {
      try {
        const answer = await identity.api.signInEmail({
          body: { email, password, rememberMe },
          headers,
          returnHeaders: true,
        })
        const cookies = answer.headers.getSetCookie()
        if (answer.response.user.accessMode === 'Non-interactive') throw nobodysAccount()
        return { caller: await callerOfNew(cookies), cookies }
      } catch (error) {
        if (isAPIError(error) && error.statusCode < 500)
          throw new AppError('unauthenticated', 'E-mail address or password is wrong.')
        if (isAPIError(error)) unreadable(error)
        throw error
      }
    },
    async signOut(headers) {
      const answer = await changingSessions(headers, () => identity.api.signOut({ headers, returnHeaders: true }))
      return answer.headers.getSetCookie()
    },
    async changePassword({ currentPassword, newPassword, headers }) {
      try {
        const body = { currentPassword, newPassword, revokeOtherSessions: true }
        const change = () => identity.api.changePassword({ body, headers, returnHeaders: true })
        const answer = await changingSessions(headers, change)
        return answer.headers.getSetCookie()
      } catch (error) {
        if (!isAPIError(error) || error.statusCode >= 500) throw error
        const message = 'is not your present password'
        throw new AppError('invalid', `What you gave as the present password ${message}.`, {
          errors: [{ path: 'body.currentPassword', message }],
        })
      }
    },
  }
}

function toCaller(
  { account, session }: SessionHolder,
  { rolesOf, businessUnitOf }: Pick<AuthenticationOptions, 'rolesOf' | 'businessUnitOf'>,
): Caller {
  const { id, name, email, accessMode, tenantAdministrator, representative = null } = account
  const businessUnit = businessUnitOf(representative) ?? account.businessUnit
  return createCaller({
    by: 'cookie',
    key: `account:${id}`,
    account: { id, name, email, businessUnit, accessMode, tenantAdministrator },
    roles: rolesOf({ roles: account.roles, representative }),
    representative,
    session: session.id,
    mustChangePassword: account.mustChangePassword ?? false,
  })
}

function nobodysAccount(): AppError {
  return new AppError('forbidden', 'This account is for programs: it works with API keys, not by signing in.', {
    reason: 'nonInteractive',
  })
}

function withoutAttributes(cookie: string): string {
  return cookie.split(';', 1)[0] ?? ''
}
