import type { Configuration } from '@unified-routing/routing'

/** Of a representative whom the document gives none. */
export const defaultRoles: readonly string[] = ['Customer Service Representative']

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
      byName = new Map((present.document.representatives ?? []).map(({ name, roles }) => [name, roles ?? defaultRoles]))
      version = present.version
    }
    return byName.get(representative) ?? []
  }
}
