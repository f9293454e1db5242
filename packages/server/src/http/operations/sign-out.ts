import type { Handler } from '../handler.ts'
import { recordAudit } from '../record-audit.ts'

export const signOut: Handler<'signOut'> = async (call, services) => {
  const { account, by } = call.caller
  const cookies = await services.authentication.signOut(call.request.headers)
  if (by === 'cookie') {
    await recordAudit(call, services, {
      action: 'signedOut',
      list: 'accounts',
      name: account.email,
      summary: `${account.name} signed out`,
    })
  }
  return { body: null, cookies }
}
