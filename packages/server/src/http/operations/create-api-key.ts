import type { Handler } from '../handler.ts'

export const createApiKey: Handler<'createApiKey'> = async ({ body, caller, request }, { apiKeys }) => ({
  body: await apiKeys.create({ ...body, creatorId: caller.account.id, requestKey: request.idempotencyKey }),
})
