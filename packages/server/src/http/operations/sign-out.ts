import type { Handler } from '../handler.ts'

export const signOut: Handler<'signOut'> = async ({ request }, { authentication }) => ({
  body: null,
  cookies: await authentication.signOut(request.headers),
})
