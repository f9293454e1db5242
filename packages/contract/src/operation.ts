import { z } from 'zod'
import type { ErrorCode } from './errors.ts'
import type { Capability } from './roles.ts'

/** Every path of the API begins with this, but for the probes and the sign-in of better-auth. */
export const apiBase = '/api/v1'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Who may call: anyone, whoever is signed in, or the roles that have a capability. */
export type Audience = 'anyone' | 'signedIn' | Capability

/** One operation of the API as a value: the server registers it, the client calls it, the OpenAPI document shows it. */
export interface Operation<
  Id extends string = string,
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  readonly id: Id
  readonly group: string
  readonly method: Method
  /** With `{name}` for each parameter. */
  readonly path: string
  readonly summary: string
  readonly description?: string
  readonly audience: Audience
  readonly params: Params
  readonly query: Query
  /** `noBody` when there is none; an empty object is welcome then. */
  readonly body: Body
  readonly reply: Reply
  readonly replyStatus: 200 | 201 | 204
  /** What the reply is, when it is not JSON. */
  readonly replyType?: 'text/event-stream' | 'text/html' | 'text/plain' | 'application/octet-stream'
  /** The version of what is read or changed: `read` sends an ETag, `may` takes If-Match, `must` insists on it. */
  readonly version?: 'read' | 'may' | 'must'
  /** What the body is, when it is not JSON: its bytes as they are. */
  readonly bodyType?: 'application/octet-stream'
  readonly bodyBytesMax?: number
  /** Beyond those that any operation may answer with. */
  readonly errors: readonly ErrorCode[]
  /** A body as a caller would send it, for the documentation. */
  readonly example?: unknown
}

export const noParams = z.strictObject({})
export const noQuery = z.strictObject({})
export const noBody = z.strictObject({})
export const noReply = z.null()
/** A file of at most so many bytes, as it is. */
export function fileBytes(bytesMax: number) {
  return z
    .custom<Uint8Array>((value) => value instanceof Uint8Array, 'must be the bytes of a file')
    .meta({ type: 'string', format: 'binary', maxLength: bytesMax })
}

/** Declares an operation and keeps the types of its parts.
 *
 * Limits: bodies end at 1 MiB unless `bodyBytesMax` says otherwise. */
export function operation<
  const Id extends string,
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Reply extends z.ZodType,
>(definition: Operation<Id, Params, Query, Body, Reply>): Operation<Id, Params, Query, Body, Reply> {
  return definition
}
