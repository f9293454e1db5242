import { isRole, type Role, roles } from '@unified-routing/contract'
import { builtInRoles, type Configuration } from '@unified-routing/routing'

/** Every role that there is, of the product first. */
export function knownRoles({ customRoles = [] }: Pick<Configuration, 'customRoles'>): readonly string[] {
  return [...roles, ...customRoles.map(({ name }) => name)]
}

/** The roles of the product that names of roles come down to; a custom one is that of its persona, unknown ones are none. */
export function effectiveRoles(
  names: readonly string[],
  { customRoles }: Pick<Configuration, 'customRoles'>,
): readonly Role[] {
  return builtInRoles(names, customRoles).filter(isRole)
}
