import { oversightActor } from '../../auth/caller.ts'
import type { Handler } from '../handler.ts'
import { actOnWorkItem } from '../work-item-action.ts'

/** By a supervisor's hand: anything may be assigned, to a person or to a queue. */
export const assignWorkItem: Handler<'assignWorkItem'> = async ({ params, body, caller, request }, services) => {
  const common = { actor: oversightActor(caller), workItem: params.id } as const
  const command =
    'representative' in body
      ? ({ ...common, type: 'assignToRepresentative', representative: body.representative } as const)
      : ({ ...common, type: 'assignToQueue', queue: body.queue } as const)
  const receiver = 'representative' in body ? { receiver: body.representative } : {}
  return actOnWorkItem({ command, caller, request, ...receiver }, services)
}
