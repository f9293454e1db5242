import rateLimit from '@fastify/rate-limit'
import { AppError, type Operation } from '@unified-routing/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Authentication } from '../auth/authenticate.ts'
import { anonymous, type Caller } from '../auth/caller.ts'
import type { Scopes } from '../auth/scopes.ts'
import { limitBulk } from './bulk/limit-bulk.ts'
import { requireAudience, requireOwnPassword, requireWriter } from './policies.ts'
import { credentialsOf } from './request-headers.ts'
import { requireSameOrigin } from './same-origin.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Anonymous until they are known. */
    caller: Caller
    /** Null: not known yet. */
    knownCaller: Caller | null
  }
  interface FastifyContextConfig {
    /** Set on routes of the contract. */
    operation?: Operation
    /** Set on routes whose connection stays open; the number of those is limited where they are served. */
    isStream?: boolean
  }
}

const MINUTE_MS = 60_000
/** Answered alike to everybody: whoever watches the server must not wait until the database has said who asks. */
const sameForAll: readonly string[] = ['getHealth', 'getReadiness']

export interface GuardOptions {
  readonly authentication: Authentication
  readonly scopes: Pick<Scopes, 'refresh'>
  /** Where browsers reach us, when that is configured. */
  readonly publicOrigin: string | null
  readonly limits: RequestLimits
}

/** Requests a minute. Beyond them: `limited`, with the seconds to wait. */
export interface RequestLimits {
  /** Requests under way, of everybody together; beyond them: `unavailable`. */
  readonly atOnce: number
  readonly perCaller: number
  /** For one address, of those who have not signed in. */
  readonly perAnonymousAddress: number
  readonly signInsPerAccount: number
  readonly signInsPerAddress: number
}

/** What every request to an operation passes before its body is read: origin, sign-in, rate limit, roles. */
export async function guardRequests(server: FastifyInstance, options: GuardOptions): Promise<void> {
  const { authentication, scopes, publicOrigin, limits } = options
  await server.register(rateLimit, { global: false })
  rememberCallers(server)
  const perCaller = server.createRateLimit({
    max: (request) => (request.caller.by === 'nothing' ? limits.perAnonymousAddress : limits.perCaller),
    timeWindow: MINUTE_MS,
    keyGenerator: ({ caller, ip }) => (caller.by === 'nothing' ? ip : caller.key),
  })
  server.addHook('onRequest', async (request) => {
    const { operation } = request.routeOptions.config
    if (operation === undefined || sameForAll.includes(operation.id)) return
    requireSameOrigin(request, publicOrigin)
    request.caller = (await authentication.authenticate(credentialsOf(request))) ?? anonymous
    requireWithin(await perCaller(request))
    requireAudience(operation.audience, request.caller)
    requireWriter(operation, request.caller)
    requireOwnPassword(operation, request.caller)
    if (request.caller.by !== 'nothing') await scopes.refresh()
  })
  limitSignIn(server, limits)
  limitBulk(server, async (request, count) => {
    const limit = await perCaller(request, { increment: false })
    if (!limit.isAllowed) requireWithin({ ...limit, isExceeded: limit.remaining < count })
    await Promise.all(Array.from({ length: count }, () => perCaller(request)))
  })
}

/** Gives requests their `caller`: anonymous until they are known. */
function rememberCallers(server: FastifyInstance): void {
  server.decorateRequest('knownCaller', null)
  server.decorateRequest('caller', {
    getter() {
      return this.knownCaller ?? anonymous
    },
    setter(caller: Caller) {
      this.knownCaller = caller
    },
  })
}

/** Guessing passwords is slow, whatever address it comes from, and the hashing can't be used to tire us out. */
function limitSignIn(server: FastifyInstance, limits: RequestLimits): void {
  const perAddress = server.createRateLimit({
    max: limits.signInsPerAddress,
    timeWindow: MINUTE_MS,
    keyGenerator: ({ ip }) => `sign-in ${ip}`,
  })
  const perAccount = server.createRateLimit({
    max: limits.signInsPerAccount,
    timeWindow: MINUTE_MS,
    keyGenerator: (request) => `sign-in ${request.ip} ${emailIn(request)}`,
  })
  server.addHook('preHandler', async (request) => {
    if (request.routeOptions.config.operation?.id !== 'signIn') return
    requireWithin(await perAddress(request))
    requireWithin(await perAccount(request))
  })
}

type Limit = Awaited<ReturnType<ReturnType<FastifyInstance['createRateLimit']>>>

/** Fails as `limited`, with the seconds to wait, once a limit is exceeded. */
export function requireWithin(limit: Limit): void {
  if (limit.isAllowed || !limit.isExceeded) return
  const seconds = Math.max(1, limit.ttlInSeconds)
  throw new AppError('limited', `More than ${limit.max} requests in a minute; wait ${seconds} seconds.`, {
    retryAfterSeconds: seconds,
  })
}

function emailIn({ body }: FastifyRequest): string {
  const email = typeof body === 'object' && body !== null && 'email' in body ? body.email : null
  return typeof email === 'string' ? email.toLowerCase().slice(0, 254) : ''
}
