import { oversightActor, ownActor } from '../../auth/caller.ts'
import type { Handler } from '../handler.ts'
import { holds, requireHolderOrSupervisor, requireVisibleWorkItem } from '../policies.ts'
import { actOnWorkItem } from '../work-item-action.ts'

/** By its representative or a supervisor. */
export const releaseWorkItem: Handler<'releaseWorkItem'> = async ({ params, caller, request }, services) => {
  const isOwn = holds(await requireVisibleWorkItem(params.id, caller, services), caller)
  const actor = isOwn ? ownActor(caller) : oversightActor(caller)
  const command = { type: 'release', actor, workItem: params.id } as const
  return actOnWorkItem({ command, caller, request, allow: requireHolderOrSupervisor }, services)
}
