import { AppError } from '@unified-routing/contract'
import * as oidc from 'openid-client'
import { z } from 'zod'
import type { Identified } from './identified-accounts.ts'

export interface SingleSignOnSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scopes: string
  /** The claim that says which account it is: an e-mail address, or the name of a representative. */
  readonly accountClaim: string
  /** Whether an address counts as verified when the provider does not say. */
  readonly trustsUnstatedEmail: boolean
  /** The claim that lists groups or roles of the provider; null: roles are given here. */
  readonly rolesClaim: string | null
}

/** What a browser keeps between the two steps, so that only the browser that began can end. */
const transaction = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  redirectUri: z.string(),
})

export interface SingleSignOn {
  /** Where to send the browser, and what it has to bring back. */
  start(redirectUri: string): Promise<{ readonly url: string; readonly ticket: string }>
  /** Whom the provider has vouched for. Errors: unauthenticated, when anything does not fit. */
  finish(answer: { readonly parameters: string; readonly ticket: string }): Promise<Identified>
}

/** OpenID Connect: authorization code with PKCE, state and nonce checked by the library. */
export function createSingleSignOn(settings: SingleSignOnSettings): SingleSignOn {
  let known: Promise<oidc.Configuration> | null = null
  /** The provider is asked what it offers when it is first needed, and again if that failed. */
  function provider(): Promise<oidc.Configuration> {
    known ??= discover(settings).catch((error: unknown) => {
      known = null
      throw unreachable(error)
    })
    return known
  }
  return {
    async start(redirectUri) {
      const verifier = oidc.randomPKCECodeVerifier()
      const [state, nonce] = [oidc.randomState(), oidc.randomNonce()]
      const url = oidc.buildAuthorizationUrl(await provider(), {
        redirect_uri: redirectUri,
        scope: settings.scopes,
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
      return { url: url.href, ticket: write({ state, nonce, verifier, redirectUri }) }
    },
    async finish({ parameters, ticket }) {
      const { state, nonce, verifier, redirectUri } = read(ticket)
      const address = new URL(redirectUri)
      address.search = parameters
      const configuration = await provider()
      const tokens = await oidc
        .authorizationCodeGrant(configuration, address, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        .catch((error: unknown) => {
          throw notVouched('The identity provider did not confirm it; try again.', error)
        })
      const claims = tokens.claims()
      if (claims === undefined) throw notVouched('The identity provider did not say who you are.')
      const more = await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub).catch(() => ({}))
      return identifiedBy({ ...more, ...claims }, settings)
    },
  }
}

async function discover({ issuer, clientId, clientSecret }: SingleSignOnSettings): Promise<oidc.Configuration> {
  const address = new URL(issuer)
  // A provider on plain http is for trying things out; whoever wrote the setting has chosen it.
  const execute = address.protocol === 'http:' ? [oidc.allowInsecureRequests] : []
  return oidc.discovery(address, clientId, clientSecret, undefined, { execute })
}

const claimed = z.looseObject({
  sub: z.string(),
  name: z.string().optional(),
  email: z.email().optional(),
  email_verified: z.boolean().optional(),
})

function identifiedBy(
  claims: Readonly<Record<string, unknown>>,
  { accountClaim, rolesClaim, trustsUnstatedEmail }: SingleSignOnSettings,
): Identified {
  const parsed = claimed.safeParse(claims)
  if (!parsed.success) throw notVouched('The identity provider did not say who you are.')
  const { sub, name, email, email_verified: isVerified = trustsUnstatedEmail } = parsed.data
  const account = parsed.data[accountClaim]
  if (typeof account !== 'string' || account === '')
    throw notVouched(`The identity provider sent no claim ${accountClaim}, which says which account is yours.`)
  const groups = rolesClaim === null ? null : textsIn(parsed.data[rolesClaim])
  return { subject: sub, account, name: name ?? account, email: email ?? null, isEmailVerified: isVerified, groups }
}

function textsIn(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return values.filter((one) => typeof one === 'string')
}

function write(value: z.output<typeof transaction>): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function read(ticket: string): z.output<typeof transaction> {
  const text = Buffer.from(ticket, 'base64url').toString()
  try {
    return transaction.parse(JSON.parse(text))
  } catch (error) {
    throw notVouched('This browser has not begun to sign in, or too long ago; begin again.', error)
  }
}

function notVouched(message: string, cause?: unknown): AppError {
  return new AppError('unauthenticated', message, { cause })
}

function unreachable(cause: unknown): AppError {
  return new AppError('unavailable', 'The identity provider cannot be reached at the moment; try again.', {
    retryAfterSeconds: RETRY_SECONDS,
    cause,
  })
}

const RETRY_SECONDS = 5
