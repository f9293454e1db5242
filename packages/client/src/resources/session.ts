import { authPaths, operations } from '@unified-routing/contract'
import type { Caller } from '../call.ts'
import type { Transport } from '../transport.ts'

/** Who is signed in; signing in and out. */
export function sessionResource(transport: Transport, call: Caller['call']) {
  return {
    read: (signal?: AbortSignal) => call(operations.getSession, signal === undefined ? {} : { signal }),
    signIn: async (body: { email: string; password: string }): Promise<void> => {
      const reply = await transport.send({ method: 'POST', path: authPaths.signIn, body, mayRepeat: true })
      await reply.body?.cancel()
    },
    signOut: async (): Promise<void> => {
      const reply = await transport.send({ method: 'POST', path: authPaths.signOut, body: {}, mayRepeat: true })
      await reply.body?.cancel()
    },
  }
}
