import type { Handler } from '../handler.ts'
import { viewSession } from '../views/session-view.ts'

export const acceptInvitation: Handler<'acceptInvitation'> = async ({ body, request }, services) => {
  const { email } = await services.invitations.accept(body.token, body.password)
  const { caller, cookies } = await services.authentication.signIn({
    email,
    password: body.password,
    rememberMe: false,
    headers: request.headers,
  })
  return { body: viewSession(caller, services), cookies }
}
