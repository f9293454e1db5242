import { AppError } from '@unified-routing/contract'
import type { Handler } from '../handler.ts'
import { recordAudit } from '../record-audit.ts'
import { requireTenantAdministrator } from '../require-tenant-administrator.ts'

/** Without consent nothing may be given out any more, so routing goes off first. */
export const revokeConsent: Handler<'revokeConsent'> = async (call, services) => {
  const { caller } = call
  const { enabling, engine } = services
  requireTenantAdministrator(caller)
  const router = engine.router()
  if (router === null || router.routingEnabled() || router.isDraining()) {
    await enabling.provisioner.turnOff(caller.account.name, 'return')
    await enabling.provisioner.settled()
    if (engine.router()?.routingEnabled() !== false)
      throw new AppError('unavailable', 'Unified routing could not be turned off, so the consent stands: try again.', {
        retryAfterSeconds: 1,
      })
  }
  if (!(await enabling.revoke(caller.account.name)))
    throw new AppError('refused', 'No consent is in force, so there is nothing to revoke.', { reason: 'noConsent' })
  await recordAudit(call, services, {
    action: 'consentRevoked',
    list: 'consent',
    name: null,
    summary: 'Consent was revoked, and unified routing went off',
  })
  return { body: null }
}
