import type { Handler } from '../handler.ts'
import { recordAudit } from '../record-audit.ts'
import { requireSingleSignOn, ticketCookie, ticketIn } from '../single-sign-on-ticket.ts'
import { viewSession } from '../views/session-view.ts'

export const finishSingleSignOn: Handler<'finishSingleSignOn'> = async ({ body, request }, services) => {
  const { provider, accounts } = requireSingleSignOn(services)
  const { headers, origin } = request
  const identified = await provider.finish({ parameters: body.parameters, ticket: ticketIn(headers) })
  const { caller, cookies } = await services.authentication.open(await accounts.resolve(identified), headers)
  await recordAudit({ caller, request }, services, {
    action: 'signedIn',
    list: 'accounts',
    name: caller.account.email,
    summary: `${caller.account.name} signed in by single sign-on`,
  })
  return { body: viewSession(caller, services), cookies: [...cookies, ticketCookie(null, origin)] }
}
