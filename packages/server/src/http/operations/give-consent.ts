import type { Handler } from '../handler.ts'
import { recordAudit } from '../record-audit.ts'
import { requireTenantAdministrator } from '../require-tenant-administrator.ts'
import { viewConsents } from '../views/consent-view.ts'

export const giveConsent: Handler<'giveConsent'> = async (call, services) => {
  const { caller } = call
  requireTenantAdministrator(caller)
  if (await services.enabling.consent(caller.account.name)) {
    await recordAudit(call, services, {
      action: 'consentGiven',
      list: 'consent',
      name: null,
      summary: 'Consent was given on behalf of the organization',
    })
  }
  return { body: await viewConsents(caller, services) }
}
