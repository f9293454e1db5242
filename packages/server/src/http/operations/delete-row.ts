import { oversightActor } from '../../auth/caller.ts'
import type { Handler } from '../handler.ts'
import { rowReach } from '../reach.ts'
import { requireTable } from '../rows/table-view.ts'
import { submit } from '../submit.ts'

export const deleteRow: Handler<'deleteRow'> = async ({ params, caller, request }, services) => {
  requireTable(params.table, services.catalogs())
  const reach = rowReach('deleteRows', caller, services)
  await submit(request, services, { operation: { type: 'deleteRow', ...params, reach }, actor: oversightActor(caller) })
  return { body: null }
}
