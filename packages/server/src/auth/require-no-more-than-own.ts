import { AppError, capabilitiesOf, type Role } from '@unified-routing/contract'
import type { Configuration } from '@unified-routing/routing'
import { type Caller, may } from './caller.ts'
import { effectiveRoles, knownRoles } from './effective-roles.ts'

/** Roles that a caller gives to somebody, or whose power they would get hold of, and where the request says so. */
interface GivenRoles<Name extends string = Role> {
  readonly roles: readonly Name[]
  /** Of the field in the request. */
  readonly path: string
}

/** Fails as `forbidden` when roles allow more than the caller may do: nobody hands out what they do not have. */
export function requireNoMoreThanOwn(caller: Caller, { roles, path }: GivenRoles): void {
  refuseBeyond(caller, { roles: roles.filter((role) => allowsMore(caller, [role])), path })
}

/** Fails as `invalid` when there is no such role, and as `forbidden` when one allows more than the caller may do. */
export function requireMayGive(
  caller: Caller,
  { roles, path }: GivenRoles<string>,
  configuration: Pick<Configuration, 'customRoles'>,
): void {
  const known = knownRoles(configuration)
  const unknown = roles.filter((role) => !known.includes(role))
  if (unknown.length > 0) throw unknownRoles({ roles: unknown, path }, known)
  const beyond = roles.filter((role) => allowsMore(caller, effectiveRoles([role], configuration)))
  refuseBeyond(caller, { roles: beyond, path })
}

function unknownRoles({ roles, path }: GivenRoles<string>, known: readonly string[]): AppError {
  const remedy = `there are ${known.join(', ')}`
  return new AppError('invalid', `There is no role ${roles.join(', ')}; ${remedy}.`, {
    errors: roles.map((role) => ({ path, message: `no role '${role}'; ${remedy}` })),
  })
}

function refuseBeyond(caller: Caller, { roles: beyond, path }: GivenRoles<string>): void {
  if (beyond.length === 0) return
  const { accessMode } = caller.account
  const remedy = 'choose a role that allows no more than yours, or ask an administrator whose account allows it.'
  throw new AppError(
    'forbidden',
    `${beyond.join(', ')} allows more than your account in the access mode ${accessMode} does; ${remedy}`,
    { errors: beyond.map((role) => ({ path, message: `${role} allows more than you may do` })) },
  )
}

function allowsMore(caller: Caller, roles: readonly Role[]): boolean {
  return !capabilitiesOf(roles).every((capability) => may(caller, capability))
}
