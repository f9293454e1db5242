import { z } from 'zod'
import { apiBase, noBody, noParams, noQuery, noReply, operation } from './operation.ts'
import { PASSWORD_LENGTH_MAX } from './representatives.ts'
import { id, instant, list, text } from './values.ts'

const group = 'Own account'

export const ownSession = z
  .strictObject({
    id,
    /** As the browser describes itself; null: it did not. */
    userAgent: text.nullable(),
    /** The network address it was begun from. */
    address: text.nullable(),
    createdAt: instant,
    lastSeenAt: instant,
    /** The one that asks. */
    isCurrent: z.boolean(),
  })
  .meta({ id: 'OwnSession' })
export type OwnSessionView = z.output<typeof ownSession>

export const listOwnSessions = operation({
  id: 'listOwnSessions',
  group,
  method: 'GET',
  path: `${apiBase}/session/sessions`,
  summary: 'List where one is signed in; API keys have no sessions',
  audience: 'signedIn',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: z.strictObject({ items: list(ownSession) }),
  replyStatus: 200,
  errors: [],
})

export const endOwnSession = operation({
  id: 'endOwnSession',
  group,
  method: 'DELETE',
  path: `${apiBase}/session/sessions/{id}`,
  summary: 'Sign out of another browser of one’s own',
  audience: 'signedIn',
  params: z.strictObject({ id }),
  query: noQuery,
  body: noBody,
  reply: noReply,
  replyStatus: 204,
  errors: ['notFound'],
})

export const signOutEverywhere = operation({
  id: 'signOutEverywhere',
  group,
  method: 'POST',
  path: `${apiBase}/session/sign-out-everywhere`,
  summary: 'End every session of one’s own, this one included',
  audience: 'signedIn',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: noReply,
  replyStatus: 204,
  errors: [],
})

export const changeOwnPassword = operation({
  id: 'changeOwnPassword',
  group,
  method: 'POST',
  path: `${apiBase}/session/password`,
  summary: 'Change one’s own password',
  description: 'Ends the other sessions of the account. Sets a fresh session cookie.',
  audience: 'signedIn',
  params: noParams,
  query: noQuery,
  body: z.strictObject({
    currentPassword: z.string().min(1).max(200),
    newPassword: z.string().min(1).max(PASSWORD_LENGTH_MAX),
  }),
  reply: noReply,
  replyStatus: 204,
  errors: ['refused'],
  example: { currentPassword: 'the phrase of before', newPassword: 'a long phrase of your own' },
})
