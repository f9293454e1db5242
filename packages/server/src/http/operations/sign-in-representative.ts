import type { Handler } from '../handler.ts'
import { actOnRepresentative } from '../representative-action.ts'

export const signInRepresentative: Handler<'signInRepresentative'> = async (
  { params, body, caller, request },
  services,
) =>
  actOnRepresentative(
    {
      name: params.name,
      command: (actor) => ({
        type: 'signIn',
        actor,
        representative: params.name,
        ...(body.presence === undefined ? {} : { presence: body.presence }),
      }),
      caller,
      request,
    },
    services,
  )
