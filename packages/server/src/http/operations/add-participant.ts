import type { Handler } from '../handler.ts'
import { actOnHeldWork } from '../work-item-action.ts'

/** Whoever has the conversation decides that the customer sees who advises them. */
export const addParticipant: Handler<'addParticipant'> = async ({ params, body, caller, request }, services) => {
  const command = { type: 'addParticipant', workItem: params.id, ...body } as const
  return actOnHeldWork({ command, caller, request }, services)
}
