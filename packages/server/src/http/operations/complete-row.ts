import { ownActor } from '../../auth/caller.ts'
import type { Handler } from '../handler.ts'
import { rowReach } from '../reach.ts'
import { viewDoneRow } from '../rows/saved-row.ts'
import { requireTable } from '../rows/table-view.ts'
import { submit } from '../submit.ts'

export const completeRow: Handler<'completeRow'> = async ({ params, caller, request }, services) => {
  requireTable(params.table, services.catalogs())
  const done = await submit(request, services, {
    operation: { type: 'completeRow', ...params, reach: rowReach('changeRows', caller, services) },
    actor: ownActor(caller),
  })
  return viewDoneRow(params, done, services)
}
