import { oversightActor } from '../../auth/caller.ts'
import type { Handler } from '../handler.ts'
import { requireRepresentative } from '../policies.ts'
import { actOnWorkItem } from '../work-item-action.ts'

/** In the name of the representative that the supervisor is as well. */
export const monitorConversation: Handler<'monitorConversation'> = async ({ params, caller, request }, services) => {
  const representative = requireRepresentative(caller)
  const command = {
    type: 'monitorConversation',
    actor: oversightActor(caller),
    workItem: params.id,
    representative,
  } as const
  return actOnWorkItem({ command, caller, request }, services)
}
