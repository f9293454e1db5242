import type { Handler } from '../handler.ts'
import { actOnHeldWork } from '../work-item-action.ts'

/** By whoever has the item, or a supervisor. */
export const setWorkItemAttributes: Handler<'setWorkItemAttributes'> = async (
  { params, body, caller, request },
  services,
) => {
  const command = { type: 'setItemAttributes', workItem: params.id, attributes: body.attributes } as const
  return actOnHeldWork({ command, caller, request }, services)
}
