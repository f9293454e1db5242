import type { Given, Operation } from '@unified-routing/contract'
import { ApiError, parseJson } from './api-error.ts'
import { freshKey } from './fresh-key.ts'
import type { Transport } from './transport.ts'

/** A schema, as far as a call needs it: what goes in, and a check of what comes out. */
interface Schema<Input, Output> {
  readonly _zod: { readonly input: Input; readonly output: Output }
  safeParse(
    value: unknown,
  ): { readonly success: true; readonly data: Output } | { readonly success: false; readonly error: Error }
}
export type AnySchema = Schema<unknown, unknown>
export type Input<Part extends AnySchema> = Part['_zod']['input']
export type Output<Part extends AnySchema> = Part['_zod']['output']

/** An operation of the contract, as far as a call needs it. */
type CallableOperation<
  Params extends AnySchema,
  Query extends AnySchema,
  Body extends AnySchema,
  Reply extends AnySchema,
> = Pick<Operation, 'id' | 'method' | 'path' | 'replyStatus' | 'replyType'> & {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly reply: Reply
}

type AnyOperation = CallableOperation<AnySchema, AnySchema, AnySchema, AnySchema>

interface CommonOptions {
  /** The version that the change is meant for: sent as If-Match. */
  readonly ifVersion?: number
  /** Of a POST that may be repeated later, by another call; by default each call has a key of its own. */
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
}

type CallInput<Called extends AnyOperation> = CommonOptions &
  Given<'params', Input<Called['params']>> &
  Given<'query', Input<Called['query']>> &
  Given<'body', Input<Called['body']>>

interface LooseInput extends CommonOptions {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
}

export interface VersionedReply<Reply> {
  readonly reply: Reply
  /** From the ETag; null when the reply has none. */
  readonly version: number | null
}

export interface Caller {
  /** Calls one operation of the contract and gives its reply. */
  call<Called extends AnyOperation>(operation: Called, input: CallInput<Called>): Promise<Output<Called['reply']>>
  /** The same, with the version that the reply carries as its ETag. */
  callVersioned<Called extends AnyOperation>(
    operation: Called,
    input: CallInput<Called>,
  ): Promise<VersionedReply<Output<Called['reply']>>>
}

/** One generic call for every operation of the contract: types in, types checked coming out. */
export function createCaller(transport: Transport): Caller {
  async function callVersioned<Called extends AnyOperation>(
    operation: Called,
    input: CallInput<Called>,
  ): Promise<VersionedReply<Output<Called['reply']>>> {
    const reply = await sendOperation(transport, operation, input)
    return { reply: await readReply(operation, reply), version: versionOf(reply) }
  }
  return {
    callVersioned,
    call: async (operation, input) => (await callVersioned(operation, input)).reply,
  }
}

function sendOperation(transport: Transport, operation: AnyOperation, input: LooseInput): Promise<Response> {
  const headers: Record<string, string> = {}
  if (operation.method === 'POST') headers['idempotency-key'] = input.idempotencyKey ?? freshKey()
  if (input.ifVersion !== undefined) headers['if-match'] = `"${input.ifVersion}"`
  return transport.send({
    method: operation.method,
    path: `${fillPath(operation.path, input.params)}${queryString(input.query)}`,
    headers,
    body: input.body,
    signal: input.signal,
    // With a version, the repetition of a change that went through would look like somebody else's conflict.
    mayRepeat: operation.method === 'POST' || input.ifVersion === undefined,
  })
}

async function readReply<Reply extends AnySchema>(
  operation: Pick<Operation, 'id' | 'replyStatus' | 'replyType'> & { readonly reply: Reply },
  reply: Response,
): Promise<Output<Reply>> {
  const { status, headers } = reply
  return checkReply(operation, { status, body: await bodyOf(operation, reply), requestId: headers.get('x-request-id') })
}

/** The reply of an operation as this client knows it, or an `invalidReply`. */
export function checkReply<Reply extends AnySchema>(
  { id, reply }: Pick<Operation, 'id'> & { readonly reply: Reply },
  { status, body, requestId }: { readonly status: number; readonly body: unknown; readonly requestId: string | null },
): Output<Reply> {
  const parsed = reply.safeParse(body)
  if (parsed.success) return parsed.data
  throw new ApiError({
    status,
    code: 'invalidReply',
    message: `The reply to ${id} is not what this version of the client knows; update the older of the two.`,
    requestId,
    cause: parsed.error,
  })
}

async function bodyOf({ replyStatus, replyType }: Pick<Operation, 'replyStatus' | 'replyType'>, reply: Response) {
  if (replyStatus === 204) return null
  if (replyType === 'application/octet-stream') return new Uint8Array(await reply.arrayBuffer())
  return parseJson(await reply.text())
}

function versionOf(reply: Response): number | null {
  const match = /^(?:W\/)?"(\d+)"$/.exec(reply.headers.get('etag') ?? '')
  return match === null ? null : Number(match[1])
}

function fillPath(path: string, params: unknown): string {
  const values = new Map(entriesOf(params))
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values.get(name) ?? '')))
}

/** Lists repeat their parameter; what is undefined is left out. */
function queryString(query: unknown): string {
  const search = new URLSearchParams()
  for (const [name, value] of entriesOf(query)) {
    const all: readonly unknown[] = Array.isArray(value) ? value : [value]
    for (const one of all) if (one !== undefined) search.append(name, String(one))
  }
  return search.size === 0 ? '' : `?${search}`
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}
