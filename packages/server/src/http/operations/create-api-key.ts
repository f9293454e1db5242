import { requireMayGive } from '../../auth/require-no-more-than-own.ts'
import type { Handler } from '../handler.ts'
import { recordAudit } from '../record-audit.ts'

export const createApiKey: Handler<'createApiKey'> = async (call, services) => {
  const { body, caller, request } = call
  requireMayGive(caller, { roles: body.roles, path: 'body.roles' }, services.catalogs().document)
  const made = await services.apiKeys.create({
    ...body,
    creatorId: caller.account.id,
    requestKey: request.idempotencyKey,
  })
  const { name, roles, expiresAt } = made.apiKey
  await recordAudit(call, services, {
    action: 'apiKeyCreated',
    list: 'apiKeys',
    name,
    summary: `The API key ${name} was created`,
    after: { roles, expiresAt },
  })
  return { body: made }
}
