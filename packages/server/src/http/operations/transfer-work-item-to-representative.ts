import { oversightActor, ownActor } from '../../auth/caller.ts'
import type { Handler } from '../handler.ts'
import { holds, requireHolderOrSupervisor, requireVisibleWorkItem } from '../policies.ts'
import { actOnWorkItem } from '../work-item-action.ts'

/** By its representative or a supervisor. */
export const transferWorkItemToRepresentative: Handler<'transferWorkItemToRepresentative'> = async (
  { params, body, caller, request },
  services,
) => {
  const isOwn = holds(await requireVisibleWorkItem(params.id, caller, services), caller)
  const actor = isOwn ? ownActor(caller) : oversightActor(caller)
  const command = {
    type: 'transferToRepresentative',
    actor,
    workItem: params.id,
    representative: body.representative,
  } as const
  return actOnWorkItem({ command, caller, request, allow: requireHolderOrSupervisor }, services)
}
