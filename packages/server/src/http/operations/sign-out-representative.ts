import type { Handler } from '../handler.ts'
import { actOnRepresentative } from '../representative-action.ts'

export const signOutRepresentative: Handler<'signOutRepresentative'> = async ({ params, caller, request }, services) =>
  actOnRepresentative(
    {
      name: params.name,
      command: (actor) => ({ type: 'signOut', actor, representative: params.name }),
      caller,
      request,
    },
    services,
  )
