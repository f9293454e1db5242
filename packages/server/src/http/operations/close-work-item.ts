import { oversightActor, ownActor } from '../../auth/caller.ts'
import { requireDisposition } from '../disposition-codes.ts'
import type { Handler } from '../handler.ts'
import { holds, requireHolderOrSupervisor, requireVisibleWorkItem } from '../policies.ts'
import { actOnWorkItem } from '../work-item-action.ts'

/** One’s own work in one’s own name; a supervisor ends the work of whoever holds it. */
export const closeWorkItem: Handler<'closeWorkItem'> = async ({ params, caller, request }, services) => {
  const item = await requireVisibleWorkItem(params.id, caller, services)
  const isOwn = holds(item, caller)
  if (isOwn) await requireDisposition(item, services)
  const actor = isOwn ? ownActor(caller) : oversightActor(caller)
  const representative = isOwn ? caller.representative : null
  const command = { type: 'closeSession', actor, workItem: params.id, representative } as const
  return actOnWorkItem({ command, caller, request, allow: requireHolderOrSupervisor }, services)
}
