import { AppError } from '@unified-routing/contract'
import { requireMayGive, requireNoMoreThanOwn } from '../../auth/require-no-more-than-own.ts'
import type { Call, Handler } from '../handler.ts'
import { recordAudit } from '../record-audit.ts'
import { rolesBehind } from '../roles-behind.ts'
import type { Services } from '../services.ts'
import { unknownRepresentative } from '../views/representative-view.ts'

/** The page that accepts invitations. What follows the # stays in the browser: no server or proxy writes it down. */
const ACCEPT_PATH = '/invitation#'

export const createInvitation: Handler<'createInvitation'> = async (call, services) => {
  const { body, caller, request } = call
  const invitee = inviteeOf(body, services)
  // Whoever invites sees the link, and could use it.
  if (invitee.representative === null)
    requireMayGive(caller, { roles: invitee.roles, path: 'body.roles' }, services.catalogs().document)
  else
    requireNoMoreThanOwn(caller, {
      roles: await rolesBehind(invitee.representative, services),
      path: 'body.representative',
    })
  const { invitation, token } = await services.invitations.create({
    ...invitee,
    expiresInDays: body.expiresInDays,
    createdBy: caller.account.name,
  })
  await recordAudit(call, services, {
    action: 'accountInvited',
    list: 'accounts',
    name: invitation.email,
    summary: `${invitation.name} was invited`,
    after: { representative: invitation.representative, roles: invitation.roles, expiresAt: invitation.expiresAt },
  })
  const link = `${request.origin}${ACCEPT_PATH}${token}`
  return {
    body: {
      invitation,
      link,
      mail: await sendLink({ to: invitation.email, link, requestId: request.requestId }, services),
    },
  }
}

function inviteeOf({ representative, ...account }: Call<'createInvitation'>['body'], { catalogs }: Services) {
  if (representative === undefined) {
    const { email = '', name = '', roles = [] } = account
    return { email, name, roles, representative: null }
  }
  const found = catalogs().document.representatives?.find(({ name }) => name === representative)
  if (found === undefined) throw unknownRepresentative(representative)
  if (found.email === undefined)
    throw new AppError('refused', `Representative ${representative} has no e-mail address; add one first.`, {
      reason: 'noEmail',
    })
  return { email: found.email, name: found.fullName ?? found.name, roles: [], representative }
}

async function sendLink(
  { to, link, requestId }: { readonly to: string; readonly link: string; readonly requestId: string },
  { mailer, catalogs, log }: Services,
): Promise<'sent' | 'failed' | 'notSetUp'> {
  if (mailer === null) return 'notSetUp'
  const { name } = catalogs().organization
  try {
    await mailer.send({
      to,
      subject: `Your invitation to ${name}`,
      text: [
        `You have been invited to Unified Routing of ${name}.`,
        '',
        'Open this link to choose a password. It works once.',
        link,
        '',
        'If you do not know why you got this message, you need not do anything.',
      ].join('\n'),
    })
    return 'sent'
  } catch (error) {
    log.warn({ event: 'invitation.mailFailed', requestId, err: error }, 'an invitation could not be sent by e-mail')
    return 'failed'
  }
}
