import { z } from 'zod'
import { noBody, noParams, noQuery, operation } from './operation.ts'
import { session } from './session.ts'
import { text } from './values.ts'

const group = 'Sign-in'
const PARAMETERS_LENGTH_MAX = 8_000

export const getSignInOptions = operation({
  id: 'getSignInOptions',
  group,
  method: 'GET',
  path: '/api/auth/options',
  summary: 'What the sign-in page offers beside e-mail and password',
  audience: 'anyone',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: z.strictObject({
    /** What the button of single sign-on says; null: it is not set up. */
    singleSignOn: text.nullable(),
  }),
  replyStatus: 200,
  errors: [],
})

export const startSingleSignOn = operation({
  id: 'startSingleSignOn',
  group,
  method: 'POST',
  path: '/api/auth/single-sign-on/start',
  summary: 'Begin to sign in at the identity provider',
  description:
    'Answers where to send the browser, and sets a cookie that ties the answer of the provider to this browser. ' +
    'OpenID Connect, authorization code with PKCE.',
  audience: 'anyone',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: z.strictObject({ url: z.url().max(8_000) }),
  replyStatus: 200,
  errors: ['notFound'],
})

export const finishSingleSignOn = operation({
  id: 'finishSingleSignOn',
  group,
  method: 'POST',
  path: '/api/auth/single-sign-on/finish',
  summary: 'Sign in with what the identity provider has answered',
  description: 'Takes the query string that the provider sent the browser back with. Sets the session cookie.',
  audience: 'anyone',
  params: noParams,
  query: noQuery,
  body: z.strictObject({ parameters: z.string().min(1).max(PARAMETERS_LENGTH_MAX) }),
  reply: session,
  replyStatus: 200,
  errors: ['notFound', 'unauthenticated', 'forbidden'],
  example: { parameters: 'code=from-the-provider&state=from-the-start' },
})
