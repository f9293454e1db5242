import type { Handler } from '../handler.ts'
import { viewSession } from '../views/session-view.ts'

export const signIn: Handler<'signIn'> = async ({ body, request }, services) => {
  const { caller, cookies } = await services.authentication.signIn({ ...body, headers: request.headers })
  return { body: viewSession(caller, services), cookies }
}
