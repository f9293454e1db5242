import { operations } from '@unified-routing/contract'
import type { Caller } from '../call.ts'

/** Who can sign in. */
export function accountsResource(call: Caller['call']) {
  return {
    list: () => call(operations.listAccounts, {}),
  }
}
