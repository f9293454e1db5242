import { type ConsentScope, type ConsentView, consentScopes } from '@unified-routing/contract'
import type { Caller } from '../../auth/caller.ts'
import type { StoredConsent } from '../../store/consents.ts'
import type { Services } from '../services.ts'
import { isoInstant } from './instants.ts'

export async function viewConsents(caller: Caller, { enabling }: Services): Promise<ConsentView> {
  const consents = await enabling.consents()
  const inForce = consents.find(({ revokedAt }) => revokedAt === null)
  return {
    asks: Object.entries(consentScopes).flatMap(([scope, text]) => (isScope(scope) ? [{ scope, text }] : [])),
    consent: inForce === undefined ? null : viewConsent(inForce),
    mayConsent: caller.account.tenantAdministrator,
    history: consents.map((one) => ({
      ...viewConsent(one),
      revokedBy: one.revokedBy,
      revokedAt: one.revokedAt === null ? null : isoInstant(one.revokedAt),
    })),
  }
}

export function viewConsent({ id, scopes, grantedBy, grantedAt }: StoredConsent) {
  return { id, scopes: scopes.filter(isScope), grantedBy, grantedAt: isoInstant(grantedAt) }
}

function isScope(name: string): name is ConsentScope {
  return name in consentScopes
}
