import { isRole, type Role } from '@unified-routing/contract'
import { builtInRoles, type Configuration } from '@unified-routing/routing'

/** The roles of the product that names of roles come down to; a custom one is that of its persona, unknown ones are none. */
export function effectiveRoles(
  names: readonly string[],
  { customRoles }: Pick<Configuration, 'customRoles'>,
): readonly Role[] {
  return builtInRoles(names, customRoles).filter(isRole)
}
