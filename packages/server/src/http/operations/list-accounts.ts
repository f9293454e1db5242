import { isRole } from '@unified-routing/contract'
import type { Handler } from '../handler.ts'

export const listAccounts: Handler<'listAccounts'> = async (_call, { accounts }) => {
  const found = await accounts.list()
  return {
    body: {
      items: found.map(({ email, name, representative, roles, hasPassword }) => ({
        ...{ email, name, representative, hasPassword },
        roles: roles.filter(isRole),
      })),
    },
  }
}
