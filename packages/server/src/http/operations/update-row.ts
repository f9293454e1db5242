import { ownActor } from '../../auth/caller.ts'
import type { Handler } from '../handler.ts'
import { requireRowValues } from '../rows/row-values.ts'
import { viewDoneRow } from '../rows/saved-row.ts'
import { requireTable } from '../rows/table-view.ts'
import { submit } from '../submit.ts'

export const updateRow: Handler<'updateRow'> = async ({ params, body, caller, request }, services) => {
  const table = requireTable(params.table, services.catalogs())
  const done = await submit(request, services, {
    operation: { type: 'updateRow', ...params, values: body.values, ifVersion: request.ifMatch },
    actor: ownActor(caller),
    check: () => requireRowValues(table, body.values, { reads: services.reads, isNew: false }),
  })
  return viewDoneRow(params, done, services)
}
