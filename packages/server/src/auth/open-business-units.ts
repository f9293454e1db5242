import { createBusinessUnitTree } from './business-unit-tree.ts'
import { type BusinessUnits, type BusinessUnitsOptions, createBusinessUnits } from './business-units.ts'
import { createScopes, type Scopes } from './scopes.ts'

interface OpenOptions extends Omit<BusinessUnitsOptions, 'onChanged'> {
  readonly now: () => number
}

/** The business units and what follows from them, with the tree read. */
export async function openBusinessUnits({
  now,
  ...options
}: OpenOptions): Promise<{ readonly businessUnits: BusinessUnits; readonly scopes: Scopes }> {
  const { store, organizationId, representatives } = options
  const tree = createBusinessUnitTree({ store, organizationId, now })
  await tree.reload()
  return {
    businessUnits: createBusinessUnits({ ...options, onChanged: tree.reload }),
    scopes: createScopes({ tree, representatives }),
  }
}
