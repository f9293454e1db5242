import type { Handler } from '../handler.ts'
import { actOnHeldWork } from '../work-item-action.ts'

/** Also takes a question back that nobody has answered yet. */
export const endConsult: Handler<'endConsult'> = async ({ params, body, caller, request }, services) => {
  const command = { type: 'endConsult', workItem: params.id, ...body } as const
  return actOnHeldWork({ command, caller, request }, services)
}
