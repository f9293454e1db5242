import { ownActor } from '../../auth/caller.ts'
import type { Handler } from '../handler.ts'
import { requireMayMove, requireUnitForRows, rowReach } from '../reach.ts'
import { requireRowValues } from '../rows/row-values.ts'
import { viewDoneRow } from '../rows/saved-row.ts'
import { requireTable } from '../rows/table-view.ts'
import { submit } from '../submit.ts'

export const updateRow: Handler<'updateRow'> = async ({ params, body, caller, request }, services) => {
  const table = requireTable(params.table, services.catalogs())
  const { values, businessUnit } = body
  const reach = rowReach('changeRows', caller, services)
  const move = businessUnit === undefined ? {} : { businessUnit }
  const done = await submit(request, services, {
    operation: { type: 'updateRow', ...params, values, ifVersion: request.ifMatch, ...move, reach },
    actor: ownActor(caller),
    check: async () => {
      if (businessUnit !== undefined) {
        requireUnitForRows(businessUnit, caller, services)
        await requireMayMove(params, caller, services)
      }
      const seen = rowReach('seeRows', caller, services)
      await requireRowValues(table, values, { reads: services.reads, reach: seen, isNew: false })
    },
  })
  return viewDoneRow(params, done, services)
}
