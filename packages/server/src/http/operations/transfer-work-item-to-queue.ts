import type { Handler } from '../handler.ts'
import { actOnHeldWork } from '../work-item-action.ts'

/** By its representative or a supervisor. */
export const transferWorkItemToQueue: Handler<'transferWorkItemToQueue'> = async (
  { params, body, caller, request },
  services,
) => {
  const command = { type: 'transferToQueue', workItem: params.id, queue: body.queue } as const
  return actOnHeldWork({ command, caller, request }, services)
}
