import type { Handler } from '../handler.ts'
import { actOnHeldWork } from '../work-item-action.ts'

/** By its representative or a supervisor. */
export const releaseWorkItem: Handler<'releaseWorkItem'> = async ({ params, caller, request }, services) => {
  const command = { type: 'release', workItem: params.id } as const
  return actOnHeldWork({ command, caller, request }, services)
}
