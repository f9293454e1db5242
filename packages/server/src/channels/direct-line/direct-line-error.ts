import { AppError, type ErrorCode } from '@unified-routing/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { asAppError } from '../../http/problem-reply.ts'

/** The protocol's words for our errors; an error with a reason brings its own. */
const codes: Partial<Readonly<Record<ErrorCode, string>>> = {
  invalid: 'BadArgument',
  unauthenticated: 'BadArgument',
  forbidden: 'BadArgument',
  notFound: 'BadArgument',
  tooLarge: 'MessageSizeTooBig',
  unsupportedMediaType: 'BadArgument',
  limited: 'TooManyRequests',
}

/** Sends any error in the shape that clients of Direct Line read. Details of defects go to the log only. */
export function sendDirectLineError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = asAppError(error, request)
  if (known.retryAfterSeconds !== null) reply.header('retry-after', String(known.retryAfterSeconds))
  const code = known.reason ?? codes[known.code] ?? 'ServiceError'
  return reply
    .code(known.status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ error: { code, message: known.message.toWellFormed() } }))
}

/** A part of an activity that the protocol needs, or that cannot be what it is. */
export function badArgument(message: string): AppError {
  return new AppError('invalid', message, { reason: 'BadArgument' })
}

export function missingProperty(message: string): AppError {
  return new AppError('invalid', message, { reason: 'MissingProperty' })
}

/** Clients take this as the end of the conversation. */
export function conversationNotFound(conversation: string): AppError {
  return new AppError('notFound', `There is no conversation ${conversation} that goes on.`, {
    reason: 'ConversationNotFound',
  })
}
