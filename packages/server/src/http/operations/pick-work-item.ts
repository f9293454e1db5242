import { ownActor } from '../../auth/caller.ts'
import type { Handler } from '../handler.ts'
import { requireRepresentative } from '../policies.ts'
import { actOnWorkItem } from '../work-item-action.ts'

/** For oneself only; a supervisor assigns to others by hand. */
export const pickWorkItem: Handler<'pickWorkItem'> = async ({ params, caller, request }, services) => {
  const representative = requireRepresentative(caller)
  const command = { type: 'pick', actor: ownActor(caller), workItem: params.id, representative } as const
  return actOnWorkItem({ command, caller, request }, services)
}
