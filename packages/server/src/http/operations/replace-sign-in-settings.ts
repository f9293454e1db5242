import type { Handler } from '../handler.ts'
import { recordAudit } from '../record-audit.ts'

export const replaceSignInSettings: Handler<'replaceSignInSettings'> = async (call, services) => {
  const before = await services.signInSettings.read()
  await services.signInSettings.replace(call.body)
  await recordAudit(call, services, {
    action: 'authenticationChanged',
    list: 'signInSettings',
    name: null,
    summary: 'How people sign in was changed',
    before,
    after: call.body,
  })
  return { body: call.body }
}
