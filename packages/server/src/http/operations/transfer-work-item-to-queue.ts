import { oversightActor, ownActor } from '../../auth/caller.ts'
import type { Handler } from '../handler.ts'
import { holds, requireHolderOrSupervisor, requireVisibleWorkItem } from '../policies.ts'
import { actOnWorkItem } from '../work-item-action.ts'

/** By its representative or a supervisor. */
export const transferWorkItemToQueue: Handler<'transferWorkItemToQueue'> = async (
  { params, body, caller, request },
  services,
) => {
  const isOwn = holds(await requireVisibleWorkItem(params.id, caller, services), caller)
  const actor = isOwn ? ownActor(caller) : oversightActor(caller)
  const command = { type: 'transferToQueue', actor, workItem: params.id, queue: body.queue } as const
  return actOnWorkItem({ command, caller, request, allow: requireHolderOrSupervisor }, services)
}
