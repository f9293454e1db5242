import type { Handler } from '../handler.ts'
import { viewSession } from '../views/session-view.ts'

export const getSession: Handler<'getSession'> = async ({ caller }, services) => ({
  body: viewSession(caller, services),
})
