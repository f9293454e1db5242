import type { Handler } from '../handler.ts'
import { CALLBACK_PATH, requireSingleSignOn, ticketCookie } from '../single-sign-on-ticket.ts'

export const startSingleSignOn: Handler<'startSingleSignOn'> = async ({ request: { origin } }, services) => {
  const { url, ticket } = await requireSingleSignOn(services).provider.start(`${origin}${CALLBACK_PATH}`)
  return { body: { url }, cookies: [ticketCookie(ticket, origin)] }
}
