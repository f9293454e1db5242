import type { Role } from '@unified-routing/contract'
import type { Configuration } from '@unified-routing/routing'
import { effectiveRoles } from './effective-roles.ts'

/** Of a representative whom the document gives none. */
export const defaultRoles: readonly string[] = ['Customer Service Representative']

/** The roles of the product that the configuration gives its representatives, compiled once for each version of it. */
export function createRepresentativeRoles(
  configuration: () => { readonly document: Configuration; readonly version: number },
): (representative: string | null) => readonly Role[] {
  let version = -1
  let byName: ReadonlyMap<string, readonly Role[]> = new Map()
  return (representative) => {
    if (representative === null) return []
    const present = configuration()
    if (present.version !== version) {
      const { document } = present
      byName = new Map(
        (document.representatives ?? []).map(({ name, roles = defaultRoles }) => [
          name,
          effectiveRoles(roles, document),
        ]),
      )
      version = present.version
    }
    return byName.get(representative) ?? []
  }
}
