import { apiKey } from '@better-auth/api-key'
import { accessModes } from '@unified-routing/contract'
import { betterAuth } from 'better-auth'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import type pg from 'pg'
import { openSession } from './open-session.ts'
import { paceHashing } from './paced-hashing.ts'

/** better-auth wants to know an address; it matters for links in e-mails, which we send none of. */
const LOCAL_URL = 'http://127.0.0.1'
const SESSION_SECONDS = 30 * 24 * 60 * 60

export interface IdentityOptions {
  readonly pool: pg.Pool
  readonly secret: string
  /** Where browsers reach us; with https the cookie travels over https only. */
  readonly publicUrl: string | null
  /** Tests take a cheaper one; the default is better-auth's scrypt, a few at a time. */
  readonly passwordHashing?: PasswordHashing
}

export interface PasswordHashing {
  hash(password: string): Promise<string>
  verify(attempt: { hash: string; password: string }): Promise<boolean>
}

export type Identity = ReturnType<typeof createIdentity>

/** better-auth on our tables. Only its server-side calls are used: the HTTP surface is the contract's. */
export function createIdentity({ pool, secret, publicUrl, passwordHashing }: IdentityOptions) {
  return betterAuth({
    appName: 'Unified Routing',
    baseURL: publicUrl ?? LOCAL_URL,
    basePath: '/api/auth',
    secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: passwordHashing ?? paceHashing({ hash: hashPassword, verify: verifyPassword }),
    },
    user: {
      modelName: 'auth_user',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        organizationId: { type: 'string', required: true, input: false, fieldName: 'organization_id' },
        representative: { type: 'string', required: false, input: false },
        roles: { type: 'string[]', required: true, input: false },
        businessUnit: { type: 'string', required: true, input: false, fieldName: 'business_unit' },
        accessMode: { type: [...accessModes], required: true, input: false, fieldName: 'access_mode' },
        mustChangePassword: {
          type: 'boolean',
          required: false,
          input: false,
          defaultValue: false,
          fieldName: 'must_change_password',
        },
        tenantAdministrator: { type: 'boolean', required: true, input: false, fieldName: 'tenant_administrator' },
      },
    },
    session: {
      modelName: 'auth_session',
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      fields: {
        userId: 'user_id',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: { modelName: 'auth_credential', fields: credentialFields },
    verification: {
      modelName: 'auth_verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    advanced: {
      cookiePrefix: 'unified-routing',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
    },
    plugins: [
      openSession,
      apiKey({
        defaultPrefix: 'ur_',
        enableMetadata: true,
        requireName: true,
        rateLimit: { enabled: false },
        keyExpiration: { minExpiresIn: 1, maxExpiresIn: 365 },
        schema: { apikey: { modelName: 'auth_api_key', fields: apiKeyFields } },
      }),
    ],
  })
}

const credentialFields = {
  userId: 'user_id',
  accountId: 'account_id',
  providerId: 'provider_id',
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  idToken: 'id_token',
  accessTokenExpiresAt: 'access_token_expires_at',
  refreshTokenExpiresAt: 'refresh_token_expires_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
} as const

const apiKeyFields = {
  configId: 'config_id',
  referenceId: 'reference_id',
  refillInterval: 'refill_interval',
  refillAmount: 'refill_amount',
  lastRefillAt: 'last_refill_at',
  rateLimitEnabled: 'rate_limit_enabled',
  rateLimitTimeWindow: 'rate_limit_time_window',
  rateLimitMax: 'rate_limit_max',
  requestCount: 'request_count',
  lastRequest: 'last_request',
  expiresAt: 'expires_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
} as const
