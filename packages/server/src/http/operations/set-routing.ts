import { oversightActor } from '../../auth/caller.ts'
import type { Handler } from '../handler.ts'
import { submit } from '../submit.ts'
import { viewOrganization } from '../views/organization-view.ts'

export const setRouting: Handler<'setRouting'> = async ({ body, caller, request }, services) => {
  const actor = oversightActor(caller)
  const command = { type: 'setRouting', actor, enabled: body.enabled } as const
  await submit(request, services, { operation: { type: 'command', command }, actor, caller })
  return { body: await viewOrganization(services) }
}
