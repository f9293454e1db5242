import { z } from 'zod'
import { apiBase, noBody, noParams, noQuery, noReply, operation } from './operation.ts'
import { count, instant, list, text } from './values.ts'

const group = 'Sign-in'

const minutes = (min: number, max: number) => z.int().min(min).max(max)

/** How people sign in, and for how long. */
export const signInSettings = z
  .strictObject({
    /** Fewest characters of a new password. */
    passwordLengthMin: z.int().min(8).max(64),
    /** A session nobody uses for so long ends. */
    idleMinutesMax: minutes(5, 30 * 24 * 60),
    /** A session ends after so long, used or not. */
    sessionHoursMax: z
      .int()
      .min(1)
      .max(30 * 24),
    /** Failed tries in a row before an account is locked. */
    failuresMax: z.int().min(3).max(100),
    /** The first lock; each further failure doubles it. */
    lockOutSeconds: z.int().min(10).max(3_600),
    /** The longest lock. */
    lockOutMinutesMax: minutes(1, 24 * 60),
  })
  .meta({ id: 'SignInSettings' })
export type SignInSettings = z.output<typeof signInSettings>

export const defaultSignInSettings: SignInSettings = {
  passwordLengthMin: 10,
  idleMinutesMax: 12 * 60,
  sessionHoursMax: 30 * 24,
  failuresMax: 5,
  lockOutSeconds: 60,
  lockOutMinutesMax: 60,
}

export const getSignInSettings = operation({
  id: 'getSignInSettings',
  group,
  method: 'GET',
  path: `${apiBase}/sign-in/settings`,
  summary: 'Read how people sign in',
  audience: 'editAuthentication',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: signInSettings,
  replyStatus: 200,
  errors: [],
})

export const replaceSignInSettings = operation({
  id: 'replaceSignInSettings',
  group,
  method: 'PUT',
  path: `${apiBase}/sign-in/settings`,
  summary: 'Change how people sign in',
  description: 'Holds for sessions that are open already, too. Other servers follow within five seconds.',
  audience: 'editAuthentication',
  params: noParams,
  query: noQuery,
  body: signInSettings,
  reply: signInSettings,
  replyStatus: 200,
  errors: [],
  example: defaultSignInSettings,
})

const lockOutKind = z.enum(['account', 'address'])

export const lockOutView = z
  .strictObject({
    /** An e-mail address, or the network address that the tries came from. */
    kind: lockOutKind,
    name: text,
    failures: count,
    lastFailedAt: instant,
    lockedUntil: instant,
  })
  .meta({ id: 'LockOut' })
export type LockOutView = z.output<typeof lockOutView>

export const listLockOuts = operation({
  id: 'listLockOuts',
  group,
  method: 'GET',
  path: `${apiBase}/sign-in/lock-outs`,
  summary: 'List who is locked out after failed tries to sign in',
  audience: 'manageAccounts',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: z.strictObject({ items: list(lockOutView) }),
  replyStatus: 200,
  errors: [],
})

export const unlock = operation({
  id: 'unlock',
  group,
  method: 'POST',
  path: `${apiBase}/sign-in/unlock`,
  summary: 'Let an account or an address try again at once',
  audience: 'manageAccounts',
  params: noParams,
  query: noQuery,
  body: z.strictObject({ kind: lockOutKind, name: z.string().min(1).max(254) }),
  reply: noReply,
  replyStatus: 204,
  errors: ['notFound'],
  example: { kind: 'account', name: 'ana@example.com' },
})
