import { ownActor } from '../../auth/caller.ts'
import type { Handler } from '../handler.ts'
import { requireRepresentative } from '../policies.ts'
import { actOnWorkItem } from '../work-item-action.ts'

/** One’s own part only; the router refuses whoever takes none. */
export const leaveConversation: Handler<'leaveConversation'> = async ({ params, caller, request }, services) => {
  const representative = requireRepresentative(caller)
  const command = { type: 'leaveConversation', actor: ownActor(caller), workItem: params.id, representative } as const
  return actOnWorkItem({ command, caller, request }, services)
}
