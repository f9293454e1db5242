import { z } from 'zod'
import { accountStanding } from './account.ts'
import { apiBase, noBody, noParams, noQuery, noReply, operation } from './operation.ts'
import { heldRoles } from './roles.ts'
import { email, id, instant, list, name, text } from './values.ts'

const group = 'Accounts'

const account = z.strictObject({ id })

export const accountView = z
  .strictObject({
    id,
    name: text,
    email,
    /** The representative of the configuration that it belongs to; null: none. */
    representative: name.nullable(),
    /** Roles beside those that the configuration gives its representative. */
    roles: heldRoles,
    ...accountStanding,
    hasPassword: z.boolean(),
    /** When it was last used in a browser where it is still signed in. */
    lastSeenAt: instant.nullable(),
  })
  .meta({ id: 'Account' })
export type AccountView = z.output<typeof accountView>

export const listAccounts = operation({
  id: 'listAccounts',
  group,
  method: 'GET',
  path: `${apiBase}/accounts`,
  summary: 'List the accounts',
  audience: 'manageAccounts',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: z.strictObject({ items: list(accountView, 100_000) }),
  replyStatus: 200,
  errors: [],
})

export const changeAccount = operation({
  id: 'changeAccount',
  group,
  method: 'PATCH',
  path: `${apiBase}/accounts/{id}`,
  summary: 'Change how an account may work',
  description:
    'Nobody changes their own. Roles and business unit are of accounts without a representative only; those of representatives are in the configuration. Only a tenant administrator makes another one.',
  audience: 'manageAccounts',
  params: account,
  query: noQuery,
  body: z.strictObject({
    businessUnit: accountStanding.businessUnit.optional(),
    accessMode: accountStanding.accessMode.optional(),
    tenantAdministrator: z.boolean().optional(),
    roles: heldRoles.optional(),
  }),
  reply: accountView,
  replyStatus: 200,
  errors: ['notFound', 'refused'],
  example: { accessMode: 'Read' },
})

export const signOutAccount = operation({
  id: 'signOutAccount',
  group,
  method: 'POST',
  path: `${apiBase}/accounts/{id}/sign-out`,
  summary: 'End every session of an account',
  audience: 'manageAccounts',
  params: account,
  query: noQuery,
  body: noBody,
  reply: noReply,
  replyStatus: 204,
  errors: ['notFound'],
})
