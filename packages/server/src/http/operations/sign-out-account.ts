import type { Handler } from '../handler.ts'
import { recordAudit } from '../record-audit.ts'

export const signOutAccount: Handler<'signOutAccount'> = async (call, services) => {
  const { name, email } = await services.accountStanding.signOut(call.params.id)
  await recordAudit(call, services, {
    action: 'sessionsEnded',
    list: 'accounts',
    name: email,
    summary: `${name} was signed out everywhere`,
  })
  return { body: null }
}
