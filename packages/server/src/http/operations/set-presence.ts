import type { Handler } from '../handler.ts'
import { actOnRepresentative } from '../representative-action.ts'

export const setPresence: Handler<'setPresence'> = async ({ params, body, caller, request }, services) =>
  actOnRepresentative(
    {
      name: params.name,
      command: (actor) => ({ type: 'setPresence', actor, representative: params.name, presence: body.presence }),
      caller,
      request,
    },
    services,
  )
