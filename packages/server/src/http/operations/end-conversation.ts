import { oversightActor } from '../../auth/caller.ts'
import type { Handler } from '../handler.ts'
import { actOnWorkItem } from '../work-item-action.ts'

/** The customer leaves, or the integration that speaks for them says so. */
export const endConversation: Handler<'endConversation'> = async ({ params, caller, request }, services) => {
  const actor = { ...oversightActor(caller), kind: 'customer' } as const
  const command = { type: 'customerLeaves', actor, workItem: params.id } as const
  return actOnWorkItem({ command, caller, request }, services)
}
