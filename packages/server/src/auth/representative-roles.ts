import type { Configuration } from '@unified-routing/routing'

const DEFAULT_ROLES = ['Customer Service Representative']

/** The roles that the configuration gives its representatives, compiled once for each version of it. */
export function createRepresentativeRoles(
  configuration: () => { readonly document: Configuration; readonly version: number },
): (representative: string | null) => readonly string[] {
  let version = -1
  let byName: ReadonlyMap<string, readonly string[]> = new Map()
  return (representative) => {
    if (representative === null) return []
    const present = configuration()
    if (present.version !== version) {
      byName = new Map(
        (present.document.representatives ?? []).map(({ name, roles }) => [name, roles ?? DEFAULT_ROLES]),
      )
      version = present.version
    }
    return byName.get(representative) ?? []
  }
}
