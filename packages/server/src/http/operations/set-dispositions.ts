import type { Handler } from '../handler.ts'
import { actOnHeldWork } from '../work-item-action.ts'

/** By whoever wraps it up, or a supervisor. */
export const setDispositions: Handler<'setDispositions'> = async ({ params, body, caller, request }, services) => {
  const dispositions = [...new Set(body.dispositions)]
  const command = { type: 'setDispositions', workItem: params.id, dispositions } as const
  return actOnHeldWork({ command, caller, request }, services)
}
