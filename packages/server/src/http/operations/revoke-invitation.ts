import type { Handler } from '../handler.ts'
import { recordAudit } from '../record-audit.ts'

export const revokeInvitation: Handler<'revokeInvitation'> = async (call, services) => {
  const { email, name } = await services.invitations.revoke(call.params.id)
  await recordAudit(call, services, {
    action: 'accountChanged',
    list: 'accounts',
    name: email,
    summary: `The invitation of ${name} was revoked`,
  })
  return { body: null }
}
