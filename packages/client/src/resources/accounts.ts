import { operations } from '@unified-routing/contract'
import type { Caller } from '../call.ts'

type Change = (typeof operations.changeAccount.body)['_zod']['input']

/** Accounts: how each may work. */
export function accountsResource(call: Caller['call']) {
  return {
    list: () => call(operations.listAccounts, {}),
    change: (id: string, change: Change) => call(operations.changeAccount, { params: { id }, body: change }),
    signOut: (id: string) => call(operations.signOutAccount, { params: { id } }),
  }
}
