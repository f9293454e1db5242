import type { Handler } from '../handler.ts'

export const listInvitations: Handler<'listInvitations'> = async (_call, { invitations, mailer }) => ({
  body: { items: await invitations.list(), sendsMail: mailer !== null },
})
