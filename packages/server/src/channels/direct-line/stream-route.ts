import { AppError } from '@unified-routing/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { requireWidgetOrigin } from './cross-origin.ts'
import { type DirectLine, originOf } from './direct-line.ts'
import { parametersOf, queryOf } from './request-parts.ts'
import { originRules } from './rules.ts'
import type { Ticket } from './tokens.ts'

/** Closed by the server because it has too many: clients come back later. */
const TRY_AGAIN_LATER = 1013

/** The web socket of a conversation: what is said comes as it is committed, from a watermark on. Nothing is said here;
 * clients only show now and then that they live. */
export function registerStreamRoute(scope: FastifyInstance, line: DirectLine): void {
  const tickets = new WeakMap<FastifyRequest, Ticket>()
  scope.get(
    '/v3/directline/conversations/:id/stream',
    {
      websocket: true,
      config: { isStream: true },
      preValidation: async (request) => {
        const ticket = await line.tokens.verifyForStream(queryOf(request).t ?? '')
        if (ticket.conversation !== parametersOf(request).id)
          throw new AppError('forbidden', 'The stream is of another conversation.', { reason: 'BadArgument' })
        await requireWidgetOrigin(request, ticket.widget, originRules(line))
        tickets.set(request, ticket)
      },
    },
    async (socket, request) => {
      const ticket = tickets.get(request)
      if (ticket === undefined) return socket.close()
      socket.on('error', () => socket.terminate())
      const viewpoint = await line.viewpoint(ticket, originOf(request, line.services))
      const after = Number(queryOf(request).watermark ?? '0')
      const isOpen = line.hub.open(socket, viewpoint, Number.isSafeInteger(after) && after > 0 ? after : 0)
      if (!isOpen) socket.close(TRY_AGAIN_LATER)
    },
  )
}
