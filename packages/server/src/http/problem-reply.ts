import { AppError, type ErrorCode, errorCodes, type Problem, problemMediaType } from '@unified-routing/contract'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { databaseTroubleOf } from '../store/database-trouble.ts'
import { overloaded } from './limit-load.ts'

const DATABASE_RETRY_SECONDS = 1

/** Where each code is explained. */
const CODE_PAGE = '/api/v1/docs#errors-'

/** Sends any error as a problem document. What is not an AppError or fastify's complaint about the request is a bug:
 * its details go to the log only. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const cause = asAppError(error, request)
  if (cause.retryAfterSeconds !== null) reply.header('retry-after', String(cause.retryAfterSeconds))
  return reply
    .code(cause.status)
    .header('cache-control', 'no-store')
    .type(problemMediaType)
    .serializer(JSON.stringify)
    .send(problemOf(cause, request.id))
}

/** The error that a caller is told of, once the log has the rest. */
export function asAppError(error: unknown, request: FastifyRequest): AppError {
  const known = isHungUp(error, request)
    ? new AppError('invalid', 'The request ended before its body was complete.')
    : knownError(error)
  const cause = known ?? new AppError('internal', `Something went wrong; the log has the details under ${request.id}.`)
  logProblem(error, cause, request)
  return cause
}

/** Whether the caller has left in mid-sentence, which is nobody's failure. */
function isHungUp(error: unknown, { raw }: FastifyRequest): boolean {
  return raw.errored !== null && raw.errored === error
}

export function problemOf(error: AppError, requestId: string): Problem {
  const { title, retry } = errorCodes[error.code]
  return {
    type: `${CODE_PAGE}${error.code}`,
    title,
    status: error.status,
    detail: error.message.toWellFormed(),
    code: error.code,
    ...(error.reason === null ? {} : { reason: error.reason }),
    ...(error.errors.length === 0 ? {} : { errors: error.errors }),
    retry,
    ...(error.presentVersion === null ? {} : { presentVersion: error.presentVersion }),
    ...(error.conflicts.length === 0 ? {} : { conflicts: error.conflicts }),
    ...(error.dependents.length === 0 ? {} : { dependents: error.dependents }),
    requestId,
  }
}

/** fastify's own refusals, by its codes. */
const fastifyCodes: Readonly<Record<string, { readonly code: ErrorCode; readonly text: string }>> = {
  FST_ERR_BAD_URL: { code: 'invalid', text: 'The address is not a valid URL path.' },
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'tooLarge', text: 'The body is too large.' },
  FST_REQ_FILE_TOO_LARGE: { code: 'tooLarge', text: 'The file is too large.' },
  FST_FILES_LIMIT: { code: 'tooLarge', text: 'There are too many files.' },
  FST_PARTS_LIMIT: { code: 'tooLarge', text: 'There are too many parts.' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { code: 'unsupportedMediaType', text: 'Send the body as application/json.' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { code: 'invalid', text: 'The body is not as long as Content-Length says.' },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'invalid', text: 'The body is not valid JSON.' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'invalid', text: 'The body is empty.' },
}

function knownError(error: unknown): AppError | null {
  if (error instanceof AppError) return error
  const trouble = databaseTroubleOf(error)
  if (trouble !== null) return new AppError('unavailable', trouble, { retryAfterSeconds: DATABASE_RETRY_SECONDS })
  if (!isFastifyError(error)) return null
  const known = fastifyCodes[error.code]
  if (known !== undefined) return new AppError(known.code, known.text)
  const { statusCode = 500 } = error
  return statusCode >= 400 && statusCode < 500 ? new AppError('invalid', 'The request cannot be read.') : null
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}

function logProblem(error: unknown, problem: AppError, request: FastifyRequest): void {
  const facts = { code: problem.code, operation: request.routeOptions.url ?? null }
  if (problem.code === 'internal')
    request.log.error({ ...facts, event: 'request.failed', err: error }, 'request failed')
  else if (problem.status >= 500 && problem !== overloaded)
    request.log.warn({ ...facts, event: 'request.unavailable', err: error }, 'request unavailable')
  else request.log.debug({ ...facts, event: 'request.refused', reason: problem.reason }, 'request refused')
}
