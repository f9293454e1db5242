import { ApiError } from '@unified-routing/client'

export function isUnauthenticated(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'unauthenticated'
}

export function isConflict(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'conflict'
}

export function isNotFound(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'notFound'
}

/** What to tell people about a call that failed. */
export function failureText(error: unknown): string {
  if (error instanceof ApiError) return error.message
  return error instanceof Error ? error.message : 'Something unexpected happened.'
}

/** A failed sign-in does not say which of the two was wrong: that would help to guess addresses. */
export function signInFailureText(error: unknown): string {
  if (error instanceof ApiError && [400, 401, 403].includes(error.status)) {
    return 'The e-mail address or the password is wrong. Check both and try again.'
  }
  return failureText(error)
}
