import type { Handler } from '../handler.ts'
import { actOnHeldWork } from '../work-item-action.ts'

/** By its representative or a supervisor. */
export const transferWorkItemToRepresentative: Handler<'transferWorkItemToRepresentative'> = async (
  { params, body, caller, request },
  services,
) => {
  const { representative } = body
  const command = { type: 'transferToRepresentative', workItem: params.id, representative } as const
  return actOnHeldWork({ command, caller, request, receiver: representative }, services)
}
