import type { Handler } from '../handler.ts'
import { actOnRepresentative } from '../representative-action.ts'

export const resetPresence: Handler<'resetPresence'> = async ({ params, caller, request }, services) =>
  actOnRepresentative(
    {
      name: params.name,
      command: (actor) => ({ type: 'resetPresence', actor, representative: params.name }),
      caller,
      request,
    },
    services,
  )
