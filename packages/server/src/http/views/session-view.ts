import type { SessionView } from '@unified-routing/contract'
import type { Caller } from '../../auth/caller.ts'
import type { Services } from '../services.ts'

export function viewSession(caller: Caller, { organizationId, catalogs }: Services): SessionView {
  const { account, roles, capabilities, representative, by, mustChangePassword } = caller
  const organization = { id: organizationId, name: catalogs().organization.name }
  return {
    account,
    roles,
    capabilities,
    representative,
    organization,
    by: by === 'apiKey' ? 'apiKey' : 'cookie',
    mustChangePassword,
  }
}
