import { AppError } from '@unified-routing/contract'
import type { Router } from '@unified-routing/routing'
import type { Engine } from '../engine/engine.ts'

const RETRY_SECONDS = 1

/** The router of this server, for what only it knows; `unavailable` while another server routes. */
export async function requireRouter(engine: Engine): Promise<Router> {
  const router = await engine.settled()
  if (router !== null) return router
  throw new AppError('unavailable', 'This server does not route at the moment; another one does, or it is starting.', {
    retryAfterSeconds: RETRY_SECONDS,
  })
}
