import type { Handler } from '../handler.ts'

export const listAccounts: Handler<'listAccounts'> = async (_call, { accountStanding }) => ({
  body: { items: await accountStanding.list() },
})
