import { AppError } from '@unified-routing/contract'
import { createLocalJWKSet, importSPKI, type JWK, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { z } from 'zod'

const KEYS_GOOD_FOR_MS = 5 * 60_000
const KEYS_BYTES_MAX = 256 * 1024
const ANSWER_WITHIN_MS = 5_000
const CONTEXT_ENTRIES_MAX = 100
const CONTEXT_VALUE_LENGTH_MAX = 4_000
/** Signatures that only the holder of a private key can make. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']

/** Who a signed token says that the customer is. */
export interface CustomerIdentity {
  /** What the token calls its subject: a contact's id, when there is one of it. */
  readonly subject: string
  readonly context: Readonly<Record<string, string | number | boolean>>
}

export interface TokenRules {
  readonly keysUrl: string
  readonly issuer: string | null
}

export type IdentifyCustomer = (token: string, rules: TokenRules) => Promise<CustomerIdentity>

const keySet = z.object({ keys: z.array(z.custom<JWK>(isKey)).max(100) })
const keyList = z.array(z.object({ kid: z.string(), publicKey: z.string(), expiry: z.number().optional() })).max(100)
const contextValues = z.record(
  z.string().regex(/^\w{1,100}$/),
  z.union([z.string().max(CONTEXT_VALUE_LENGTH_MAX), z.number(), z.boolean()]),
)

/** Reads tokens of customers by the keys that their widget names: a JWKS, one PEM, or a list of `{kid, publicKey}`.
 *
 * Errors: unauthenticated, with what is wrong with the token; unavailable while the keys cannot be read. */
export function createIdentifyCustomer(now: () => number): IdentifyCustomer {
  const known = new Map<string, { readonly until: number; readonly keys: Promise<JWTVerifyGetKey> }>()

  function keysAt(url: string): Promise<JWTVerifyGetKey> {
    const kept = known.get(url)
    if (kept !== undefined && kept.until > now()) return kept.keys
    const keys = readKeys(url, now)
    known.set(url, { until: now() + KEYS_GOOD_FOR_MS, keys })
    keys.catch(() => known.delete(url))
    return keys
  }
  return async (token, { keysUrl, issuer }) => {
    const findKey = await keysAt(keysUrl).catch((cause: unknown) => {
      throw new AppError('unavailable', 'The keys of customers’ tokens cannot be read right now.', {
        retryAfterSeconds: 5,
        cause,
      })
    })
    const { payload } = await jwtVerify(token, findKey, {
      algorithms: ALGORITHMS,
      currentDate: new Date(now()),
      requiredClaims: ['sub', 'exp', 'iat'],
      ...(issuer === null ? {} : { issuer }),
    }).catch((cause: unknown) => {
      throw notIdentified(cause instanceof Error ? cause.message : 'it cannot be read', cause)
    })
    const { sub, lwicontexts } = payload
    if (sub === undefined || sub === '') throw notIdentified('it names no subject')
    return { subject: sub, context: readContext(lwicontexts) }
  }
}

/** The context comes as a text of JSON; anything else is a mistake of whoever made the token. */
function readContext(value: unknown): CustomerIdentity['context'] {
  if (value === undefined) return {}
  if (typeof value !== 'string') throw notIdentified('lwicontexts must be a text of JSON')
  const parsed = contextValues.safeParse(parseJson(value))
  if (!parsed.success || Object.keys(parsed.data).length > CONTEXT_ENTRIES_MAX)
    throw notIdentified('lwicontexts must be a JSON object of texts, numbers and booleans')
  return parsed.data
}

async function readKeys(url: string, now: () => number): Promise<JWTVerifyGetKey> {
  const reply = await fetch(url, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS), redirect: 'error' })
  const text = await reply.text()
  if (!reply.ok || text.length > KEYS_BYTES_MAX) throw new Error(`${url} answered ${reply.status}`)
  const value = parseJson(text)
  const set = keySet.safeParse(value)
  if (set.success) return createLocalJWKSet({ keys: set.data.keys })
  const list = keyList.safeParse(value)
  const pems = list.success ? list.data : [{ kid: null, publicKey: text, expiry: undefined }]
  return async ({ kid, alg }) => {
    const seconds = now() / 1_000
    const found = pems.find((one) => (one.kid === null || one.kid === kid) && (one.expiry ?? seconds) >= seconds)
    if (found === undefined) throw new Error('no key has signed it that is known here')
    return importSPKI(pemOf(found.publicKey), alg ?? 'RS256')
  }
}

/** Lists hold the PEM in base64. */
function pemOf(text: string): string {
  return text.includes('-----BEGIN') ? text : Buffer.from(text, 'base64').toString('utf8')
}

function isKey(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'kty' in value && typeof value.kty === 'string'
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function notIdentified(why: string, cause?: unknown): AppError {
  return new AppError('unauthenticated', `The token of the customer is not valid: ${why}.`, {
    reason: 'InvalidToken',
    cause,
  })
}
