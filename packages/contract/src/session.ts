import { z } from 'zod'
import { accountStanding } from './account.ts'
import { apiBase, noBody, noParams, noQuery, noReply, operation } from './operation.ts'
import { capabilities, heldRoles, roles } from './roles.ts'
import { email, id, instant, list, name, text } from './values.ts'

const group = 'Session and keys'

export const apiKeyHeader = 'x-api-key'

/** Who is signed in and what they may do. */
export const session = z
  .strictObject({
    account: z.strictObject({ id, name: text, email: email.nullable(), ...accountStanding }),
    /** Of the product: a custom one is that of its persona. */
    roles: list(z.enum(roles)),
    capabilities: list(z.enum(capabilities)),
    /** The representative of the configuration that this account belongs to. */
    representative: name.nullable(),
    organization: z.strictObject({ id: name, name: text }),
    by: z.enum(['cookie', 'apiKey']),
    /** Until they choose a password of their own, nothing else is open to them. */
    mustChangePassword: z.boolean(),
  })
  .meta({ id: 'Session' })
export type SessionView = z.output<typeof session>

export const apiKeyView = z
  .strictObject({
    id,
    name: text,
    /** The first characters of the key, to recognize it. */
    start: text.nullable(),
    roles: heldRoles,
    createdAt: instant,
    expiresAt: instant.nullable(),
    lastUsedAt: instant.nullable(),
  })
  .meta({ id: 'ApiKey' })
export type ApiKeyView = z.output<typeof apiKeyView>

export const signIn = operation({
  id: 'signIn',
  group,
  method: 'POST',
  path: '/api/auth/sign-in/email',
  summary: 'Sign in with e-mail and password',
  description:
    'Sets the session cookie. Pages of the same origin only; at most 20 tries a minute for one e-mail address.',
  audience: 'anyone',
  params: noParams,
  query: noQuery,
  body: z.strictObject({
    email,
    password: z.string().min(1).max(200),
    /** False: until the browser closes. */
    rememberMe: z.boolean().default(true),
  }),
  reply: session,
  replyStatus: 200,
  errors: ['unauthenticated'],
  example: { email: 'ana@example.com', password: 'a long phrase of your own' },
})

export const signOut = operation({
  id: 'signOut',
  group,
  method: 'POST',
  path: '/api/auth/sign-out',
  summary: 'Sign out of this browser',
  audience: 'anyone',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: noReply,
  replyStatus: 204,
  errors: [],
})

export const getSession = operation({
  id: 'getSession',
  group,
  method: 'GET',
  path: `${apiBase}/session`,
  summary: 'Who am I and what may I do',
  audience: 'signedIn',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: session,
  replyStatus: 200,
  errors: [],
})

export const listApiKeys = operation({
  id: 'listApiKeys',
  group,
  method: 'GET',
  path: `${apiBase}/api-keys`,
  summary: 'List the API keys of the organization',
  audience: 'manageAccounts',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: z.strictObject({ items: list(apiKeyView) }),
  replyStatus: 200,
  errors: [],
})

export const createApiKey = operation({
  id: 'createApiKey',
  group,
  method: 'POST',
  path: `${apiBase}/api-keys`,
  summary: 'Create an API key',
  description: `The key itself is in this reply only. Send it as \`${apiKeyHeader}\`.`,
  audience: 'manageAccounts',
  params: noParams,
  query: noQuery,
  body: z.strictObject({
    name: z.string().min(1).max(32),
    roles: heldRoles.refine((held) => held.length > 0, 'must name at least one role'),
    expiresInDays: z.int().min(1).max(365).nullable().default(null),
  }),
  reply: z.strictObject({ key: z.string().max(500), apiKey: apiKeyView }),
  replyStatus: 201,
  errors: [],
  example: { name: 'Website', roles: ['Omnichannel Administrator'] },
})

export const deleteApiKey = operation({
  id: 'deleteApiKey',
  group,
  method: 'DELETE',
  path: `${apiBase}/api-keys/{id}`,
  summary: 'Revoke an API key',
  audience: 'manageAccounts',
  params: z.strictObject({ id }),
  query: noQuery,
  body: noBody,
  reply: noReply,
  replyStatus: 204,
  errors: ['notFound'],
})
