import { AppError } from '@unified-routing/contract'
import type { Caller } from '../auth/caller.ts'

/** Consent binds the whole organization, so no role gives the right to it. */
export function requireTenantAdministrator({ account }: Caller): void {
  if (account.tenantAdministrator) return
  throw new AppError(
    'forbidden',
    'Only a tenant administrator can consent on behalf of the organization, and revoke it: sign in as one.',
  )
}
