import type { Handler } from '../handler.ts'

export const deleteApiKey: Handler<'deleteApiKey'> = async ({ params }, { apiKeys }) => {
  await apiKeys.remove(params.id)
  return { body: null }
}
