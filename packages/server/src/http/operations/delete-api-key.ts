import type { Handler } from '../handler.ts'
import { recordAudit } from '../record-audit.ts'

export const deleteApiKey: Handler<'deleteApiKey'> = async (call, services) => {
  const { id } = call.params
  const name = (await services.apiKeys.list()).find((key) => key.id === id)?.name ?? id
  await services.apiKeys.remove(id)
  await recordAudit(call, services, {
    action: 'apiKeyRevoked',
    list: 'apiKeys',
    name,
    summary: `The API key ${name} was revoked`,
  })
  return { body: null }
}
