import { type AccessLevel, type AccessRight, accessOf, rootBusinessUnit } from '@unified-routing/contract'
import type { BusinessUnitTree, BusinessUnitTreeKeeper } from './business-unit-tree.ts'
import type { Caller } from './caller.ts'

/** How far a caller's rights reach in the tree of business units. */
export interface Scope {
  /** The units that a right reaches; null: all there are. */
  units(right: AccessRight): readonly string[] | null
  /** Whether a right reaches a unit. */
  reaches(right: AccessRight, businessUnit: string): boolean
}

export interface Scopes {
  /** Worked out once for a caller, and again when the tree has changed. */
  of(caller: Caller): Scope
  /** Whether there is such a business unit. */
  has(businessUnit: string): boolean
  /** Hears of what other servers have changed. */
  refresh(): Promise<void>
}

interface ScopesOptions {
  readonly tree: BusinessUnitTreeKeeper
  /** The units of the configuration's representatives; a document may name some that are not in the tree. */
  readonly representatives: () => ReadonlyMap<string, number>
}

export function createScopes({ tree, representatives }: ScopesOptions): Scopes {
  const known = new WeakMap<
    Caller,
    { readonly carried: ReadonlyMap<string, number>; readonly version: number; readonly scope: Scope }
  >()
  return {
    of(caller) {
      const present = tree.present()
      const carried = representatives()
      const found = known.get(caller)
      if (found !== undefined && found.version === present.version && found.carried === carried) return found.scope
      const scope = scopeOf(caller, present, isDivided(present, carried))
      known.set(caller, { carried, version: present.version, scope })
      return scope
    },
    has: (businessUnit) => tree.present().names.has(businessUnit),
    refresh: () => tree.refresh(),
  }
}

/** Whether anything belongs anywhere but to the root. */
function isDivided({ names }: BusinessUnitTree, carried: ReadonlyMap<string, number>): boolean {
  return names.size > 1 || [...carried.keys()].some((name) => name !== rootBusinessUnit)
}

function scopeOf({ roles, account }: Caller, tree: BusinessUnitTree, isTreeDivided: boolean): Scope {
  const { businessUnit } = account
  const byLevel: Readonly<Record<AccessLevel, () => readonly string[] | null>> = {
    None: () => [],
    Basic: () => [],
    // With nothing below the root, the root is everything.
    Local: () => (businessUnit === rootBusinessUnit && !isTreeDivided ? null : [businessUnit]),
    Deep: () => (businessUnit === rootBusinessUnit ? null : tree.from(businessUnit)),
    Global: () => null,
  }
  const found = new Map<AccessRight, readonly string[] | null>()
  function units(right: AccessRight): readonly string[] | null {
    const known = found.get(right)
    if (known !== undefined) return known
    const worked = byLevel[accessOf(roles, right)]()
    found.set(right, worked)
    return worked
  }
  return {
    units,
    reaches: (right, unit) => units(right)?.includes(unit) ?? true,
  }
}
