import { AppError } from '@unified-routing/contract'
import type { Handler } from '../handler.ts'
import { viewQueue } from '../views/queue-view.ts'

export const getQueue: Handler<'getQueue'> = async ({ params }, { catalogs, engine }) => {
  const queue = catalogs().queues.get(params.name)
  if (queue === undefined) throw new AppError('notFound', `There is no queue ${params.name}.`)
  return { body: viewQueue(queue, await engine.settled()) }
}
