import { z } from 'zod'
import { apiBase, noBody, noParams, noQuery, noReply, operation } from './operation.ts'
import { PASSWORD_LENGTH_MAX } from './representatives.ts'
import { heldRoles } from './roles.ts'
import { session } from './session.ts'
import { email, id, instant, list, name, text } from './values.ts'

const group = 'Invitations'

const TOKEN_LENGTH_MAX = 200
const DAYS_MAX = 30
const DAYS_DEFAULT = 7

/** Part of a link only: whoever has it may set the password of the account. */
const token = z
  .string()
  .min(1)
  .max(TOKEN_LENGTH_MAX)
  .regex(/^[A-Za-z0-9_-]+$/, 'must be the part of the link after the #')

export const invitationView = z
  .strictObject({
    id,
    email,
    name: text,
    /** The representative of the configuration that the account is for; null: an account of its own. */
    representative: name.nullable(),
    /** Roles of the account; those of a representative are in the configuration. */
    roles: heldRoles,
    state: z.enum(['open', 'accepted', 'revoked', 'expired']),
    createdAt: instant,
    createdBy: text,
    expiresAt: instant,
    acceptedAt: instant.nullable(),
  })
  .meta({ id: 'Invitation' })
export type InvitationView = z.output<typeof invitationView>

export const listInvitations = operation({
  id: 'listInvitations',
  group,
  method: 'GET',
  path: `${apiBase}/invitations`,
  summary: 'List the invitations, newest first',
  audience: 'manageAccounts',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: z.strictObject({
    items: list(invitationView),
    /** Whether this server sends links by e-mail; if not, they are shown only. */
    sendsMail: z.boolean(),
  }),
  replyStatus: 200,
  errors: [],
})

export const createInvitation = operation({
  id: 'createInvitation',
  group,
  method: 'POST',
  path: `${apiBase}/invitations`,
  summary: 'Invite somebody to set a password of their own',
  description:
    'Either for a representative of the configuration, at the e-mail address written there, or for an account of its ' +
    'own with `email`, `name` and `roles`. The link is in this reply only, works once, and replaces an earlier open ' +
    'one to the same address. It is sent by e-mail when the server can.',
  audience: 'manageAccounts',
  params: noParams,
  query: noQuery,
  body: z
    .strictObject({
      representative: name.optional(),
      email: email.optional(),
      name: name.optional(),
      roles: heldRoles.optional(),
      expiresInDays: z.int().min(1).max(DAYS_MAX).default(DAYS_DEFAULT),
    })
    .superRefine(({ representative, ...account }, { addIssue }) => {
      for (const field of ['email', 'name', 'roles'] as const) {
        if (representative === undefined && account[field] === undefined)
          addIssue({
            code: 'custom',
            path: [field],
            message: 'is needed, unless `representative` names whom it is for',
          })
        if (representative !== undefined && account[field] !== undefined)
          addIssue({ code: 'custom', path: [field], message: 'must be left out: the configuration says it' })
      }
      if (account.roles?.length === 0)
        addIssue({ code: 'custom', path: ['roles'], message: 'must name at least one role' })
    }),
  reply: z.strictObject({
    invitation: invitationView,
    link: z.url().max(2000),
    /** `failed`: the mail server would not take it; hand the link over yourself. */
    mail: z.enum(['sent', 'failed', 'notSetUp']),
  }),
  replyStatus: 201,
  errors: ['notFound', 'refused'],
  example: { email: 'ada@example.com', name: 'Ada Example', roles: ['Omnichannel Administrator'] },
})

export const revokeInvitation = operation({
  id: 'revokeInvitation',
  group,
  method: 'DELETE',
  path: `${apiBase}/invitations/{id}`,
  summary: 'Revoke an open invitation',
  audience: 'manageAccounts',
  params: z.strictObject({ id }),
  query: noQuery,
  body: noBody,
  reply: noReply,
  replyStatus: 204,
  errors: ['notFound', 'refused'],
})

export const readInvitation = operation({
  id: 'readInvitation',
  group,
  method: 'POST',
  path: `${apiBase}/invitations/read`,
  summary: 'Whom an invitation is for, by the secret of its link',
  audience: 'anyone',
  params: noParams,
  query: noQuery,
  body: z.strictObject({ token }),
  reply: z.strictObject({ email, name: text, organization: text, expiresAt: instant }),
  replyStatus: 200,
  errors: ['notFound'],
  example: { token: 'the-part-of-the-link-after-the-hash' },
})

export const acceptInvitation = operation({
  id: 'acceptInvitation',
  group,
  method: 'POST',
  path: `${apiBase}/invitations/accept`,
  summary: 'Set the password of an invitation and sign in',
  description: 'Works once. Sets the session cookie.',
  audience: 'anyone',
  params: noParams,
  query: noQuery,
  body: z.strictObject({ token, password: z.string().min(1).max(PASSWORD_LENGTH_MAX) }),
  reply: session,
  replyStatus: 200,
  errors: ['notFound', 'refused'],
  example: { token: 'the-part-of-the-link-after-the-hash', password: 'a long phrase of your own' },
})
