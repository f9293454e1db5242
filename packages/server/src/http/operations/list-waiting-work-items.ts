import { AppError } from '@unified-routing/contract'
import { may } from '../../auth/caller.ts'
import { PAGE_SIZE_DEFAULT } from '../cursors.ts'
import type { Handler } from '../handler.ts'
import { isReached, workReach } from '../reach.ts'
import { requireRouter } from '../require-router.ts'
import { viewWorkItems } from '../views/work-item-view.ts'

export const listWaitingWorkItems: Handler<'listWaitingWorkItems'> = async ({ params, query, caller }, services) => {
  const reach = workReach(caller, services)
  const isOpen = reach === null || reach.queues.includes(params.name) || may(caller, 'seeAllWork')
  if (!services.catalogs().queues.has(params.name) || !isOpen)
    throw new AppError('notFound', `There is no queue ${params.name} whose work you may see.`)
  const router = await requireRouter(services.engine)
  const limit = query.limit ?? PAGE_SIZE_DEFAULT
  const count = router.waitingCount(params.name)
  if (reach === null) {
    const waiting = router.waiting(params.name, limit)
    return { body: { items: await viewWorkItems(waiting, caller, services), total: count } }
  }
  const seen = router
    .waiting(params.name, count)
    .filter((item) => isReached({ ...item, businessUnit: services.engine.businessUnitOf(item) }, reach))
  return { body: { items: await viewWorkItems(seen.slice(0, limit), caller, services), total: seen.length } }
}
