import type { Role } from '@unified-routing/contract'
import { effectiveRoles } from '../auth/effective-roles.ts'
import { defaultRoles } from '../auth/representative-roles.ts'
import type { Services } from './services.ts'

/** The roles that somebody gets who signs in as a representative: of the configuration, and of the account itself. */
export async function rolesBehind(
  representative: string,
  { catalogs, accountStanding }: Pick<Services, 'catalogs' | 'accountStanding'>,
): Promise<readonly Role[]> {
  const { document } = catalogs()
  const found = document.representatives?.find(({ name }) => name === representative)
  const email = found?.email?.toLowerCase()
  const accounts = (await accountStanding.list()).filter(
    (account) => account.representative === representative || account.email === email,
  )
  const held = [...(found?.roles ?? defaultRoles), ...accounts.flatMap(({ roles }) => roles)]
  return effectiveRoles(held, document)
}
