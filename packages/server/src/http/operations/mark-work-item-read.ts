import type { Handler } from '../handler.ts'
import { requireRepresentative, requireVisibleWorkItem } from '../policies.ts'

export const markWorkItemRead: Handler<'markWorkItemRead'> = async ({ params, body, caller }, services) => {
  const representative = requireRepresentative(caller)
  const { id } = await requireVisibleWorkItem(params.id, caller, services)
  // What comes later cannot have been read yet, whatever the clock of the browser says.
  const until = Math.min(Date.parse(body.until), services.now())
  await services.saveReading({ representative, workItem: id, until })
  return { body: null }
}
