import { AppError } from '@unified-routing/contract'
import type { Handler } from '../handler.ts'

const RETRY_SECONDS = 1

export const getReadiness: Handler<'getReadiness'> = async (_call, { engine }) => {
  const role = engine.role()
  if (role === 'leader' || role === 'follower') return { body: { status: 'ready', role } }
  throw new AppError('unavailable', `The server is ${role}.`, { retryAfterSeconds: RETRY_SECONDS })
}
