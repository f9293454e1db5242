import type { Handler } from '../handler.ts'

export const getSignInOptions: Handler<'getSignInOptions'> = async (_call, { singleSignOn }) => ({
  body: { singleSignOn: singleSignOn?.label ?? null },
})
