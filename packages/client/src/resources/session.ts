import { operations } from '@unified-routing/contract'
import type { Caller } from '../call.ts'

type Credentials = (typeof operations.signIn.body)['_zod']['input']

/** Who is signed in; signing in and out. */
export function sessionResource(call: Caller['call']) {
  return {
    read: (signal?: AbortSignal) => call(operations.getSession, signal === undefined ? {} : { signal }),
    /** The calls after it are made as this account. */
    signIn: (credentials: Credentials) => call(operations.signIn, { body: credentials }),
    signOut: () => call(operations.signOut, {}),
    /** Where one is signed in. */
    list: () => call(operations.listOwnSessions, {}),
    end: (id: string) => call(operations.endOwnSession, { params: { id } }),
    signOutEverywhere: () => call(operations.signOutEverywhere, {}),
    /** Ends the other sessions. */
    changePassword: (currentPassword: string, newPassword: string) =>
      call(operations.changeOwnPassword, { body: { currentPassword, newPassword } }),
  }
}
