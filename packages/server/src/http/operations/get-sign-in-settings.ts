import type { Handler } from '../handler.ts'

export const getSignInSettings: Handler<'getSignInSettings'> = async (_call, { signInSettings }) => ({
  body: await signInSettings.read(),
})
