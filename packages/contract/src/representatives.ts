import { z } from 'zod'
import { apiBase, noBody, noParams, noQuery, noReply, operation } from './operation.ts'
import { representativeView } from './representative.ts'
import { list, name } from './values.ts'

const group = 'Representatives'
const representative = z.strictObject({ name })

export const PASSWORD_LENGTH_MIN = 10
export const PASSWORD_LENGTH_MAX = 128

/** What the actions on one representative have in common. */
const action = {
  group,
  method: 'POST',
  params: representative,
  query: noQuery,
  reply: representativeView,
  replyStatus: 200,
  audience: 'handleWork',
  errors: ['notFound', 'refused', 'keyReused'],
} as const

export const listRepresentatives = operation({
  id: 'listRepresentatives',
  group,
  method: 'GET',
  path: `${apiBase}/representatives`,
  summary: 'List the representatives with presence and load',
  audience: 'seeOrganization',
  params: noParams,
  query: z.strictObject({ queue: name.optional() }),
  body: noBody,
  reply: z.strictObject({ items: list(representativeView) }),
  replyStatus: 200,
  errors: [],
})

export const getRepresentative = operation({
  id: 'getRepresentative',
  group,
  method: 'GET',
  path: `${apiBase}/representatives/{name}`,
  summary: 'Read one representative',
  audience: 'seeOrganization',
  params: representative,
  query: noQuery,
  body: noBody,
  reply: representativeView,
  replyStatus: 200,
  errors: ['notFound'],
})

export const setPresence = operation({
  ...action,
  id: 'setPresence',
  path: `${apiBase}/representatives/{name}/presence`,
  summary: 'Set a presence: one’s own, or anyone’s for a supervisor',
  body: z.strictObject({ presence: name }),
  example: { presence: 'Away' },
})

export const resetPresence = operation({
  ...action,
  id: 'resetPresence',
  path: `${apiBase}/representatives/{name}/presence/reset`,
  summary: 'Return to the presence that the system computes',
  body: noBody,
})

export const signInRepresentative = operation({
  ...action,
  id: 'signInRepresentative',
  path: `${apiBase}/representatives/{name}/sign-in`,
  summary: 'Begin to take work',
  body: z.strictObject({ presence: name.optional() }),
  example: { presence: 'Available' },
})

export const signOutRepresentative = operation({
  ...action,
  id: 'signOutRepresentative',
  path: `${apiBase}/representatives/{name}/sign-out`,
  summary: 'Stop taking work',
  body: noBody,
})

export const setRepresentativePassword = operation({
  id: 'setRepresentativePassword',
  group,
  method: 'PUT',
  path: `${apiBase}/representatives/{name}/password`,
  summary: 'Set the password of a representative’s account',
  description:
    'Creates the account when there is none yet; the representative needs an e-mail address. Ends their sessions.',
  audience: 'manageAccounts',
  params: representative,
  query: noQuery,
  body: z.strictObject({ password: z.string().min(PASSWORD_LENGTH_MIN).max(PASSWORD_LENGTH_MAX) }),
  reply: noReply,
  replyStatus: 204,
  errors: ['notFound', 'refused'],
  example: { password: 'a long phrase of your own' },
})
