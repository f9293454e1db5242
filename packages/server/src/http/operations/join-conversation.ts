import { oversightActor } from '../../auth/caller.ts'
import type { Handler } from '../handler.ts'
import { requireRepresentative } from '../policies.ts'
import { actOnWorkItem } from '../work-item-action.ts'

/** Only who monitors can join; the router refuses anybody else. */
export const joinConversation: Handler<'joinConversation'> = async ({ params, caller, request }, services) => {
  const representative = requireRepresentative(caller)
  const command = {
    type: 'joinConversation',
    actor: oversightActor(caller),
    workItem: params.id,
    representative,
  } as const
  return actOnWorkItem({ command, caller, request }, services)
}
