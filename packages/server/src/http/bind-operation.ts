import { AppError, type Operation } from '@unified-routing/contract'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Caller } from '../auth/caller.ts'
import type { AnswerOf, CallOf, RequestFacts } from './handler.ts'
import { requireHarmless } from './hostile-values.ts'
import { parsePart } from './parse.ts'
import { readRequestFacts } from './request-headers.ts'
import type { Services } from './services.ts'

/** An operation with its handler, ready to be put on a server: the types of its parts are settled inside. */
export interface BoundOperation {
  readonly operation: Operation
  readonly carryOut: (given: GivenParts, services: Services) => Promise<AnswerOf<z.ZodType>>
}

/** One request to one operation before its parts are parsed, however it came here. */
export interface GivenParts {
  readonly path: unknown
  readonly query: unknown
  readonly body: unknown
  readonly caller: Caller
  readonly request: RequestFacts
}

/** Joins an operation of the contract and its handler: each part of a request is parsed by its schema, then it runs. */
export function bindOperation<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Reply extends z.ZodType,
>(
  operation: Operation<string, Params, Query, Body, Reply>,
  handler: (call: CallOf<Params, Query, Body>, services: Services) => Promise<AnswerOf<Reply>>,
): BoundOperation {
  return {
    operation,
    carryOut: async ({ path, query, body, caller, request }, services) =>
      handler(
        {
          params: parsePart('path', operation.params, requireHarmless('path', path)),
          query: parsePart('query', operation.query, requireHarmless('query', query)),
          body: parsePart('body', operation.body, body),
          caller,
          request,
        },
        services,
      ),
  }
}

/** Carries out the operation that a request to its own address is for. */
export function answerRequest({ operation, carryOut }: BoundOperation, request: FastifyRequest, services: Services) {
  const { params: path, query, caller } = request
  const body = bodyOf(operation, request)
  return carryOut(
    { path, query, body, caller, request: readRequestFacts(request, operation, services.publicOrigin) },
    services,
  )
}

/** The body, when it is of the type that the operation takes. */
function bodyOf({ bodyType }: Pick<Operation, 'bodyType'>, { body }: FastifyRequest): unknown {
  const isFile = body instanceof Uint8Array
  if (isFile === (bodyType !== undefined)) return body === undefined ? {} : body
  const type = bodyType ?? 'application/json'
  throw new AppError('unsupportedMediaType', `Send the body as ${type}.`)
}
