import type { Handler } from '../handler.ts'
import { viewRepresentatives } from '../views/representative-view.ts'

export const listRepresentatives: Handler<'listRepresentatives'> = async ({ query, caller }, services) => {
  const everybody = await viewRepresentatives(caller, services)
  const { queue } = query
  return { body: { items: queue === undefined ? everybody : everybody.filter(({ queues }) => queues.includes(queue)) } }
}
