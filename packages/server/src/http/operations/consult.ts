import type { Handler } from '../handler.ts'
import { actOnHeldWork } from '../work-item-action.ts'

/** Whoever has the conversation asks, or a supervisor for them. */
export const consult: Handler<'consult'> = async ({ params, body, caller, request }, services) => {
  const command = { type: 'consult', workItem: params.id, ...body } as const
  return actOnHeldWork({ command, caller, request, receiver: body.representative }, services)
}
