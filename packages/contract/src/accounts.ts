import { z } from 'zod'
import { apiBase, noBody, noParams, noQuery, operation } from './operation.ts'
import { roles } from './roles.ts'
import { list, name, text } from './values.ts'

const ACCOUNTS_MAX = 100_000

export const accountView = z
  .strictObject({
    /** What one signs in with. */
    email: text,
    name: text,
    /** The representative of the configuration that the account is for; null: an account of its own. */
    representative: name.nullable(),
    /** Roles of the account; those of a representative are in the configuration. */
    roles: list(z.enum(roles)),
    /** Without one the account cannot sign in yet: invite the person, or set a password. */
    hasPassword: z.boolean(),
  })
  .meta({ id: 'Account' })
export type AccountView = z.output<typeof accountView>

export const listAccounts = operation({
  id: 'listAccounts',
  group: 'Accounts',
  method: 'GET',
  path: `${apiBase}/accounts`,
  summary: 'List the accounts, and whether they can sign in',
  audience: 'manageAccounts',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: z.strictObject({ items: list(accountView, ACCOUNTS_MAX) }),
  replyStatus: 200,
  errors: [],
})
