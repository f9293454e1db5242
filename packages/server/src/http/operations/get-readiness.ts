import { AppError } from '@unified-routing/contract'
import type { Handler } from '../handler.ts'

const RETRY_SECONDS = 1

/** Ready is who answers reads and, when it routes, takes work. Without its database nobody is. */
export const getReadiness: Handler<'getReadiness'> = async (_call, { engine, reads }) => {
  const role = engine.role()
  const isServing = engine.isServing() && (role === 'leader' || role === 'follower')
  if (!isServing)
    throw new AppError('unavailable', 'The server starts, recovers, or stops.', { retryAfterSeconds: RETRY_SECONDS })
  await reads.routingEnabled()
  return { body: { status: 'ready', role } }
}
