import type { Handler } from '../handler.ts'
import { recordAudit } from '../record-audit.ts'
import { viewSession } from '../views/session-view.ts'

export const acceptInvitation: Handler<'acceptInvitation'> = async ({ body, request }, services) => {
  const { email, name, roles } = await services.invitations.accept(body.token, body.password)
  const { caller, cookies } = await services.authentication.signIn({
    email,
    password: body.password,
    rememberMe: false,
    headers: request.headers,
  })
  await recordAudit({ caller, request }, services, {
    action: 'accountCreated',
    list: 'accounts',
    name: email,
    summary: `${name} accepted the invitation`,
    after: { roles },
  })
  return { body: viewSession(caller, services), cookies }
}
