import { AppError, type Capability, capabilitiesOf, type Role } from '@unified-routing/contract'
import { type Caller, may } from './caller.ts'

/** Roles that a caller gives to somebody, or whose power they would get hold of, and where the request says so. */
interface GivenRoles {
  readonly roles: readonly Role[]
  /** Of the field in the request. */
  readonly path: string
}

/** Fails as `forbidden` when roles allow more than the caller may do: nobody hands out what they do not have. */
export function requireNoMoreThanOwn(caller: Caller, { roles, path }: GivenRoles): void {
  const beyond = roles.filter((role) => beyondOwn(caller, capabilitiesOf([role])).length > 0)
  if (beyond.length === 0) return
  const { accessMode } = caller.account
  const remedy = 'choose a role that allows no more than yours, or ask an administrator whose account allows it.'
  throw new AppError(
    'forbidden',
    `${beyond.join(', ')} allows more than your account in the access mode ${accessMode} does; ${remedy}`,
    { errors: beyond.map((role) => ({ path, message: `${role} allows more than you may do` })) },
  )
}

function beyondOwn(caller: Caller, capabilities: readonly Capability[]): readonly Capability[] {
  return capabilities.filter((capability) => !may(caller, capability))
}
