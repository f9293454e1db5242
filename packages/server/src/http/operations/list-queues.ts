import type { Handler } from '../handler.ts'
import { viewQueue } from '../views/queue-view.ts'

export const listQueues: Handler<'listQueues'> = async (_call, { catalogs, engine }) => {
  const router = await engine.settled()
  return { body: { items: [...catalogs().queues.values()].map((queue) => viewQueue(queue, router)) } }
}
