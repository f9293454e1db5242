import { ownActor } from '../../auth/caller.ts'
import type { Handler } from '../handler.ts'
import { rowReach } from '../reach.ts'
import { requireRowValues } from '../rows/row-values.ts'
import { viewDoneRow, viewNotRouted } from '../rows/saved-row.ts'
import { requireTable } from '../rows/table-view.ts'
import { submit } from '../submit.ts'
import { viewOneWorkItem } from '../views/work-item-view.ts'

export const saveAndRoute: Handler<'saveAndRoute'> = async ({ params, body, caller, request }, services) => {
  const table = requireTable(params.table, services.catalogs())
  const values = body.values ?? {}
  const done = await submit(request, services, {
    operation: {
      type: 'saveAndRoute',
      ...params,
      values,
      ifVersion: request.ifMatch,
      reach: rowReach('changeRows', caller, services),
    },
    actor: ownActor(caller),
    check: () =>
      requireRowValues(table, values, {
        reads: services.reads,
        reach: rowReach('seeRows', caller, services),
        isNew: false,
      }),
  })
  const { workItem } = done
  const saved = await viewDoneRow(params, done, services)
  return {
    body: {
      row: saved.body,
      workItem: workItem === null ? null : await viewOneWorkItem(workItem, caller, services),
      notRouted: viewNotRouted(done),
    },
    version: saved.version,
  }
}
