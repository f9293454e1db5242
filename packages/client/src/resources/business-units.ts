import { operations } from '@unified-routing/contract'
import type { Caller } from '../call.ts'

/** Business units: a tree below its root. */
export function businessUnitsResource(call: Caller['call']) {
  return {
    list: () => call(operations.listBusinessUnits, {}),
    create: (unit: { name: string; parent: string }) => call(operations.createBusinessUnit, { body: unit }),
    move: (name: string, parent: string) => call(operations.moveBusinessUnit, { params: { name }, body: { parent } }),
    delete: (name: string) => call(operations.deleteBusinessUnit, { params: { name } }),
  }
}
