import { ownActor } from '../../auth/caller.ts'
import type { Handler } from '../handler.ts'
import { requireUnitForRows, rowReach } from '../reach.ts'
import { requireRowValues } from '../rows/row-values.ts'
import { viewDoneRow, viewNotRouted } from '../rows/saved-row.ts'
import { requireTable } from '../rows/table-view.ts'
import { submit } from '../submit.ts'
import { viewOneWorkItem } from '../views/work-item-view.ts'

export const createRow: Handler<'createRow'> = async ({ params, body, caller, request }, services) => {
  const table = requireTable(params.table, services.catalogs())
  const id = body.id ?? services.newId()
  const { businessUnit = caller.account.businessUnit } = body
  const done = await submit(request, services, {
    operation: {
      type: 'createRow',
      table: table.name,
      id,
      values: body.values,
      route: body.route ?? null,
      businessUnit,
    },
    actor: ownActor(caller),
    check: async () => {
      if (body.businessUnit !== undefined) requireUnitForRows(body.businessUnit, caller, services)
      await requireRowValues(table, body.values, {
        reads: services.reads,
        reach: rowReach('seeRows', caller, services),
        isNew: true,
      })
    },
  })
  const { workItem } = done
  const saved = await viewDoneRow({ table: table.name, id: done.row?.id ?? id }, done, services)
  return {
    body: {
      row: saved.body,
      workItem: workItem === null ? null : await viewOneWorkItem(workItem, caller, services),
      notRouted: viewNotRouted(done),
    },
    version: saved.version,
  }
}
