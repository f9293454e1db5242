import { AppError } from '@unified-routing/contract'
import { PAGE_SIZE_DEFAULT } from '../cursors.ts'
import type { Handler } from '../handler.ts'
import { visibleWork } from '../policies.ts'
import { requireRouter } from '../require-router.ts'
import { viewWorkItems } from '../views/work-item-view.ts'

export const listWaitingWorkItems: Handler<'listWaitingWorkItems'> = async ({ params, query, caller }, services) => {
  const catalogs = services.catalogs()
  const visible = visibleWork(caller, catalogs)
  if (!catalogs.queues.has(params.name) || (visible !== null && !visible.queues.includes(params.name)))
    throw new AppError('notFound', `There is no queue ${params.name} whose work you may see.`)
  const router = await requireRouter(services.engine)
  const waiting = router.waiting(params.name, query.limit ?? PAGE_SIZE_DEFAULT)
  const total = router.waitingCount(params.name)
  return { body: { items: await viewWorkItems(waiting, services), total } }
}
