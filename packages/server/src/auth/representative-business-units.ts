import { rootBusinessUnit } from '@unified-routing/contract'
import type { Configuration } from '@unified-routing/routing'

/** The business units that the configuration gives its representatives, compiled once for each version of it. */
export interface RepresentativeBusinessUnits {
  /** Null: there is no such representative. */
  of(representative: string | null): string | null
  /** How many are in each. */
  counts(): ReadonlyMap<string, number>
}

export function createRepresentativeBusinessUnits(
  configuration: () => { readonly document: Configuration; readonly version: number },
): RepresentativeBusinessUnits {
  let version = -1
  let byName: ReadonlyMap<string, string> = new Map()
  let countsOf: ReadonlyMap<string, number> = new Map()
  function compiled(): ReadonlyMap<string, string> {
    const present = configuration()
    if (present.version !== version) {
      const { representatives = [] } = present.document
      byName = new Map(representatives.map(({ name, businessUnit }) => [name, businessUnit ?? rootBusinessUnit]))
      countsOf = countsIn(byName)
      version = present.version
    }
    return byName
  }
  return {
    of: (representative) => (representative === null ? null : (compiled().get(representative) ?? null)),
    counts() {
      compiled()
      return countsOf
    },
  }
}

function countsIn(byName: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const unit of byName.values()) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  return counts
}
