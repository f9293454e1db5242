import { ownActor } from '../../auth/caller.ts'
import type { Handler } from '../handler.ts'
import { requireRepresentative } from '../policies.ts'
import { actOnWorkItem } from '../work-item-action.ts'

/** The router refuses whoever it was not offered to. */
export const rejectWorkItem: Handler<'rejectWorkItem'> = async ({ params, caller, request }, services) => {
  const representative = requireRepresentative(caller)
  const command = { type: 'reject', actor: ownActor(caller), workItem: params.id, representative } as const
  return actOnWorkItem({ command, caller, request }, services)
}
