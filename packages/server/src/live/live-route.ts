import { AppError, operations } from '@unified-routing/contract'
import type { FastifyInstance } from 'fastify'
import { requireHarmless } from '../http/hostile-values.ts'
import { parsePart } from '../http/parse.ts'
import { registerRoute } from '../http/register-operation.ts'
import { credentialsOf, readLastEventId } from '../http/request-headers.ts'
import type { Services } from '../http/services.ts'
import type { LiveHub } from './live-hub.ts'
import type { PresenceLeases } from './presence-leases.ts'

interface LiveRoute {
  readonly services: Services
  readonly hub: LiveHub
  readonly leases: PresenceLeases
}

/** GET /live: a stream of server-sent events, which may also keep its representative connected. */
export function registerLiveRoute(server: FastifyInstance, { services, hub, leases }: LiveRoute): void {
  const operation = operations.live
  registerRoute(server, operation, async (request, reply) => {
    const query = parsePart('query', operation.query, requireHarmless('query', request.query))
    const after = await beginning(readLastEventId(request), services)
    const { caller } = request
    const credentials = credentialsOf(request)
    const response = reply.raw
    hub.open({
      response,
      headers: textHeaders(reply.getHeaders()),
      caller,
      after,
      authenticate: () => services.authentication.authenticate(credentials, { isActivity: false }),
    })
    reply.hijack()
    if (query.presence === '1' && caller.representative !== null)
      response.once('close', leases.hold(caller.representative))
    return reply
  })
}

/** Where a stream begins: after the event its reader saw last, else after the last one that is committed. */
async function beginning(lastEventId: number | null, { reads, engine }: Services): Promise<number> {
  if (lastEventId === null) return engine.committedSequence()
  if (lastEventId === 0) return 0
  const [seen] = await reads.journal({ workItem: null, after: lastEventId - 1, limit: 1 })
  // The next one instead of it: it was removed, and with it perhaps what followed.
  if (seen?.sequence === lastEventId) return lastEventId
  const message =
    'is not in the journal: beyond its end, or removed since; read everything again and begin a stream without it'
  throw new AppError('invalid', `The header Last-Event-ID ${message}.`, {
    errors: [{ path: 'headers.Last-Event-ID', message }],
  })
}

function textHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
}
