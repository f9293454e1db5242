import type { BusinessUnitView } from '@unified-routing/contract'

/** A business unit with those directly below it, by name. */
export interface BusinessUnitBranch {
  readonly unit: BusinessUnitView
  readonly below: readonly BusinessUnitBranch[]
}

/** The tree as it is shown, from its root; null: there is none. */
export function businessUnitTree(units: readonly BusinessUnitView[]): BusinessUnitBranch | null {
  const byParent = new Map<string | null, BusinessUnitView[]>()
  for (const unit of units) byParent.set(unit.parent, [...(byParent.get(unit.parent) ?? []), unit])
  const branchOf = (unit: BusinessUnitView): BusinessUnitBranch => ({ unit, below: branchesBelow(unit.name) })
  function branchesBelow(parent: string | null): readonly BusinessUnitBranch[] {
    return (byParent.get(parent) ?? []).toSorted((one, other) => one.name.localeCompare(other.name)).map(branchOf)
  }
  return branchesBelow(null)[0] ?? null
}

/** Where a unit can be put: everywhere but below itself. */
export function possibleParents(units: readonly BusinessUnitView[], moved: string): readonly string[] {
  const parents = new Map(units.map(({ name, parent }) => [name, parent]))
  function isBelow(name: string | null): boolean {
    return name !== null && (name === moved || isBelow(parents.get(name) ?? null))
  }
  return units.map(({ name }) => name).filter((name) => !isBelow(name))
}

/** Who is in a unit, in words. */
export function membersText({ accounts, representatives }: BusinessUnitView): string {
  const parts = [
    counted(representatives, 'representative', 'representatives'),
    counted(accounts, 'other account', 'other accounts'),
  ].filter((part) => part !== null)
  return parts.length === 0 ? 'Nobody' : parts.join(', ')
}

/** What keeps a unit from being deleted, in words; null: nothing does. */
export function obstacleText(unit: BusinessUnitView, units: readonly BusinessUnitView[]): string | null {
  if (unit.parent === null) return 'Every other business unit is below it.'
  if (units.some(({ parent }) => parent === unit.name)) return 'Move or delete what is below it first.'
  if (unit.accounts + unit.representatives > 0) return 'Move those who are in it first.'
  return null
}

function counted(count: number, one: string, many: string): string | null {
  return count === 0 ? null : `${count} ${count === 1 ? one : many}`
}
