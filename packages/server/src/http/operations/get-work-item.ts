import type { Handler } from '../handler.ts'
import { requireVisibleWorkItem } from '../policies.ts'
import { viewOneWorkItem } from '../views/work-item-view.ts'

export const getWorkItem: Handler<'getWorkItem'> = async ({ params, caller }, services) => {
  const item = await requireVisibleWorkItem(params.id, caller, services)
  return { body: await viewOneWorkItem(item, caller, services) }
}
