import { AppError, type Operation } from '@unified-routing/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { answerRequest, type BoundOperation } from './bind-operation.ts'
import type { AnswerOf } from './handler.ts'
import { asAppError } from './problem-reply.ts'
import type { Services } from './services.ts'

export interface RegistrationOptions {
  readonly services: Services
  /** Tests check what we send against the contract; in production that would only cost time. */
  readonly checkReplies: boolean
}

/** Puts an operation of the contract on the server. */
export function registerOperation(
  server: FastifyInstance,
  bound: BoundOperation,
  { services, checkReplies }: RegistrationOptions,
): void {
  const { operation } = bound
  registerRoute(server, operation, async (request, reply) => {
    const answered = await answerRequest(bound, request, services).catch((error: unknown) => {
      if (!reply.sent) throw error
      asAppError(error, request)
      return null
    })
    // Whoever was told that it took too long is not told twice.
    if (answered === null || reply.sent) return reply
    if (checkReplies) requireContractReply(operation, answered.body)
    return sendAnswer(reply, operation, answered)
  })
}

/** Puts a route on the server at the path of an operation, with the limits it names. */
export function registerRoute(
  server: FastifyInstance,
  operation: Operation,
  handler: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
): void {
  server.route({
    method: operation.method,
    // fastify writes parameters as `:name`.
    url: operation.path.replace(/\{(\w+)\}/g, ':$1'),
    ...(operation.bodyBytesMax === undefined ? {} : { bodyLimit: operation.bodyBytesMax }),
    // A stream that tells nothing would only be held open.
    exposeHeadRoute: operation.replyType !== 'text/event-stream',
    config: { operation },
    handler,
  })
}

function requireContractReply(operation: Operation, body: unknown): void {
  const checked = operation.reply.safeParse(body)
  if (!checked.success)
    throw new AppError('internal', `The reply of ${operation.id} breaks the contract.`, { cause: checked.error })
}

function sendAnswer(reply: FastifyReply, operation: Operation, answer: AnswerOf<Operation['reply']>): FastifyReply {
  const { body, version, cookies = [], headers = {} } = answer
  reply.code(operation.replyStatus).header('cache-control', 'no-store')
  if (version !== undefined) reply.header('etag', `"${version}"`)
  for (const cookie of cookies) reply.header('set-cookie', cookie)
  reply.headers(headers)
  if (operation.replyStatus === 204) return reply.send()
  if (operation.replyType === 'text/html') return reply.type('text/html; charset=utf-8').send(body)
  if (operation.replyType === 'text/plain') return reply.type('text/plain; charset=utf-8').send(body)
  if (body instanceof Uint8Array) return reply.send(body)
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(body))
}
