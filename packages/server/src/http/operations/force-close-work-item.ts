import { oversightActor } from '../../auth/caller.ts'
import type { Handler } from '../handler.ts'
import { actOnWorkItem } from '../work-item-action.ts'

export const forceCloseWorkItem: Handler<'forceCloseWorkItem'> = async ({ params, caller, request }, services) => {
  const command = { type: 'forceClose', actor: oversightActor(caller), workItem: params.id } as const
  return actOnWorkItem({ command, caller, request }, services)
}
