import type { ConflictingRow, Dependent } from './configuration-parts.ts'

/** What an error code means to a caller: HTTP status, whether repeating the same request can help, and why it happened. */
export interface ErrorMeaning {
  readonly status: number
  readonly title: string
  readonly retry: boolean
  readonly meaning: string
}

/** Every error code of the API, once. The code is stable; texts may change. */
export const errorCodes = {
  invalid: {
    status: 400,
    title: 'The request is not valid',
    retry: false,
    meaning: 'A part of the request cannot be read or breaks its schema; `errors` lists the path of each bad value.',
  },
  unauthenticated: {
    status: 401,
    title: 'Sign-in needed',
    retry: false,
    meaning: 'No session cookie or API key was sent, or it is no longer valid.',
  },
  forbidden: {
    status: 403,
    title: 'Not allowed',
    retry: false,
    meaning: 'The caller is known but has no role that allows this, or it concerns the work of somebody else.',
  },
  notFound: {
    status: 404,
    title: 'Not found',
    retry: false,
    meaning: 'No such thing, or the caller may not see it.',
  },
  methodNotAllowed: {
    status: 405,
    title: 'Method not allowed',
    retry: false,
    meaning: 'The path exists; the header `Allow` lists its methods.',
  },
  timeout: {
    status: 408,
    title: 'The request took too long',
    retry: true,
    meaning: 'The request did not arrive in time.',
  },
  refused: {
    status: 409,
    title: 'Refused',
    retry: false,
    meaning: 'Routing says no; `reason` says why and `detail` what to do.',
  },
  conflict: {
    status: 409,
    title: 'Somebody was faster',
    retry: true,
    meaning:
      'The version you changed is not the present one (status 412 when it came by `If-Match`). Read again, then repeat.',
  },
  keyReused: {
    status: 409,
    title: 'Idempotency key used for another request',
    retry: false,
    meaning: 'This Idempotency-Key came before with another method, path or body. Take a fresh key.',
  },
  tooLarge: {
    status: 413,
    title: 'The request is too large',
    retry: false,
    meaning: 'Bodies end at 1 MiB, configuration documents at 16 MiB.',
  },
  unsupportedMediaType: {
    status: 415,
    title: 'Content type not supported',
    retry: false,
    meaning: 'Bodies are application/json.',
  },
  preconditionRequired: {
    status: 428,
    title: 'If-Match needed',
    retry: false,
    meaning: 'Send the ETag of the version you have read as `If-Match`, so that nobody overwrites unseen changes.',
  },
  limited: {
    status: 429,
    title: 'Too many requests',
    retry: true,
    meaning: 'Wait for the seconds in `Retry-After`.',
  },
  headersTooLarge: {
    status: 431,
    title: 'The request headers are too large',
    retry: false,
    meaning: 'Headers end at 16 KiB.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong on our side',
    retry: true,
    meaning: 'A defect. The log has the details under the `requestId`.',
  },
  unavailable: {
    status: 503,
    title: 'Not available right now',
    retry: true,
    meaning: 'This server starts, stops, or another one is taking over. Repeat under the same Idempotency-Key.',
  },
} as const satisfies Record<string, ErrorMeaning>

export type ErrorCode = keyof typeof errorCodes

/** One bad value of a request: where it is, and what is wrong with it. */
export interface FieldError {
  readonly path: string
  readonly message: string
}

export interface AppErrorDetails {
  /** `conflict` of configuration rows: both sides of each. */
  readonly conflicts?: readonly ConflictingRow[]
  /** `refused`: the rows that name the one to be removed. */
  readonly dependents?: readonly Dependent[]
  /** Refusals only: the domain's code. */
  readonly reason?: string
  readonly errors?: readonly FieldError[]
  /** `limited` and `unavailable`: seconds to wait before the next try. */
  readonly retryAfterSeconds?: number
  /** The version that is present, for `conflict`. */
  readonly presentVersion?: number
  /** `conflict` answers 412 instead of 409 when the version came in `If-Match`. */
  readonly status?: 412
  readonly cause?: unknown
}

/** A failure with a code that callers can act on. Its message is shown to them: no secrets, no internals. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly status: number
  readonly reason: string | null
  readonly errors: readonly FieldError[]
  readonly retryAfterSeconds: number | null
  readonly presentVersion: number | null
  readonly conflicts: readonly ConflictingRow[]
  readonly dependents: readonly Dependent[]

  constructor(code: ErrorCode, message: string, details: AppErrorDetails = {}) {
    super(message, { cause: details.cause })
    this.name = 'AppError'
    this.code = code
    this.status = details.status ?? errorCodes[code].status
    this.reason = details.reason ?? null
    this.errors = details.errors ?? []
    this.retryAfterSeconds = details.retryAfterSeconds ?? null
    this.presentVersion = details.presentVersion ?? null
    this.conflicts = details.conflicts ?? []
    this.dependents = details.dependents ?? []
  }
}
