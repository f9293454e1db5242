import { AppError } from '@unified-routing/contract'
import type { FastifyInstance, FastifyReply } from 'fastify'

const RETRY_SECONDS = 1

interface TimeToAnswer {
  readonly withinMs: number
  readonly checkEveryMs: number
}

/** Answers `unavailable` for handlers that take too long, and cuts replies off that were begun and do not end.
 *
 * fastify can do so, too, but makes a timer for each request, and at its end an exception that nobody looks at. Here one
 * timer looks at the oldest. */
export function answerInTime(server: FastifyInstance, { withinMs, checkEveryMs }: TimeToAnswer): void {
  // In order of arrival, so the first ones are late first.
  const arrivals = new Map<FastifyReply, number>()
  function check(): void {
    const now = performance.now()
    for (const [reply, arrivedAt] of arrivals) {
      if (now - arrivedAt < withinMs) break
      arrivals.delete(reply)
      giveUp(reply)
    }
  }
  const timer = setInterval(check, checkEveryMs)
  timer.unref()
  server.addHook('onRequest', (_request, reply, done) => {
    arrivals.set(reply, performance.now())
    reply.raw.once('close', () => arrivals.delete(reply))
    done()
  })
  server.addHook('onClose', async () => clearInterval(timer))
}

/** What was hijacked, as live streams are, ends by itself. What is written and waits behind another answer of its
 * connection, which does not end or is not read, is never going to be read either. */
function giveUp(reply: FastifyReply): void {
  if (reply.sent) {
    if (reply.raw.writableEnded && reply.raw.socket === null) reply.request.raw.socket.destroy()
    return
  }
  if (reply.raw.headersSent) {
    reply.raw.destroy()
    return
  }
  // Of an answer that comes later fastify would complain as of a defect.
  reply.log = reply.log.child({}, { level: 'error' })
  reply.send(
    new AppError('unavailable', 'The server took too long; repeat under the same Idempotency-Key.', {
      retryAfterSeconds: RETRY_SECONDS,
    }),
  )
}
