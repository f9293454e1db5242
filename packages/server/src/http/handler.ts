import type { Operations } from '@unified-routing/contract'
import type { z } from 'zod'
import type { Caller } from '../auth/caller.ts'
import type { RequestTrace } from '../engine/request-trace.ts'
import type { Services } from './services.ts'

/** One request to one operation, parsed by its schemas and allowed by its audience. */
export interface CallOf<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> {
  readonly params: z.output<Params>
  readonly query: z.output<Query>
  readonly body: z.output<Body>
  readonly request: RequestFacts
  /** Of an operation open to anyone, this may be `anonymous`. */
  readonly caller: Caller
}

export type Call<Id extends keyof Operations> = CallOf<
  Operations[Id]['params'],
  Operations[Id]['query'],
  Operations[Id]['body']
>

/** What the headers said. */
export interface RequestFacts {
  readonly requestId: string
  /** Null: nobody traces it. */
  readonly trace: RequestTrace | null
  /** Scoped to the caller; null: none was sent. */
  readonly idempotencyKey: string | null
  readonly requestHash: string
  /** The version in If-Match; null: none was sent. */
  readonly ifMatch: number | null
  readonly headers: Headers
  /** What the address of our pages begins with, for links: as it is set, else as the caller reached us. */
  readonly origin: string
  /** The address it came from; behind a trusted proxy, the one that the proxy names. */
  readonly ip: string
  /** Null: the operation came alone. */
  readonly bulk: BulkPart | null
}

/** What stands in for the engine and what it has kept where an operation is one of a bulk call. */
export interface BulkPart extends Pick<Services['engine'], 'submit'>, Pick<Services, 'keptAnswer'> {
  /** False: the operation may answer `unread`. */
  readonly isReplyWanted: boolean
}

/** Stands for the reply of an operation of a bulk call where nobody wants it. */
export const unread = Symbol('unread')

export interface AnswerOf<Reply extends z.ZodType> {
  readonly body: z.input<Reply> | typeof unread
  /** Sent as the ETag. */
  readonly version?: number
  readonly cookies?: readonly string[]
  /** Beyond those that every reply has. */
  readonly headers?: Readonly<Record<string, string>>
}

export type Answer<Id extends keyof Operations> = AnswerOf<Operations[Id]['reply']>

/** Carries out one operation. Everything but the work itself (parsing, sign-in, roles, headers) happens around it. */
export type Handler<Id extends keyof Operations> = (call: Call<Id>, services: Services) => Promise<Answer<Id>>
