import type { Handler } from '../handler.ts'
import { recordAudit } from '../record-audit.ts'

export const signOutEverywhere: Handler<'signOutEverywhere'> = async (call, services) => {
  const { caller, request } = call
  const cookies = caller.by === 'cookie' ? await services.authentication.signOut(request.headers) : []
  await services.sessions.endAll(caller.account.id)
  await recordAudit(call, services, {
    action: 'sessionsEnded',
    list: 'accounts',
    name: caller.account.email,
    summary: `${caller.account.name} signed out everywhere`,
  })
  return { body: null, cookies }
}
