import { oversightActor, ownActor } from '../../auth/caller.ts'
import type { Handler } from '../handler.ts'
import { holds, requireHolderOrSupervisor, requireVisibleWorkItem } from '../policies.ts'
import { actOnWorkItem } from '../work-item-action.ts'

/** One’s own work in one’s own name; a supervisor ends the work of whoever holds it. */
export const endWorkItem: Handler<'endWorkItem'> = async ({ params, caller, request }, services) => {
  const isOwn = holds(await requireVisibleWorkItem(params.id, caller, services), caller)
  const actor = isOwn ? ownActor(caller) : oversightActor(caller)
  const representative = isOwn ? caller.representative : null
  const command = { type: 'endConversation', actor, workItem: params.id, representative } as const
  return actOnWorkItem({ command, caller, request, allow: requireHolderOrSupervisor }, services)
}
