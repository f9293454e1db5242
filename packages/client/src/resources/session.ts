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
  }
}
