import { AppError } from '@unified-routing/contract'

const RETRY_SECONDS = 1

/** better-auth hides why it could not look: it was the database. */
export function unreadable(cause: unknown): never {
  throw new AppError('unavailable', 'Sessions cannot be read at the moment; try again.', {
    retryAfterSeconds: RETRY_SECONDS,
    cause,
  })
}
