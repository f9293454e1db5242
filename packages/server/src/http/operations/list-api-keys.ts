import type { Handler } from '../handler.ts'

export const listApiKeys: Handler<'listApiKeys'> = async (_call, { apiKeys }) => ({
  body: { items: await apiKeys.list() },
})
