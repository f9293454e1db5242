import {
  type ConflictingRow,
  type Dependent,
  type ErrorCode,
  errorCodes,
  type FieldError,
  type Problem,
  problem,
} from '@unified-routing/contract'

/** Codes of the client itself, for calls that brought no proper reply. */
export type ClientErrorCode = 'unreachable' | 'invalidReply'

interface ApiErrorParts {
  readonly status: number
  readonly code: ErrorCode | ClientErrorCode
  readonly message: string
  readonly reason?: string | null
  readonly errors?: readonly FieldError[]
  readonly presentVersion?: number | null
  readonly conflicts?: readonly ConflictingRow[]
  readonly dependents?: readonly Dependent[]
  readonly requestId?: string | null
  readonly cause?: unknown
}

/** A call that failed, with what a caller can act on.
 *
 * Shape:  `message` is a sentence for people; `reason` is the domain's code of a refusal; `status` is 0 when the
 *         server could not be reached (`unreachable`). */
export class ApiError extends Error {
  readonly status: number
  readonly code: ErrorCode | ClientErrorCode
  readonly reason: string | null
  /** The path of each bad value, for forms. */
  readonly errors: readonly FieldError[]
  /** `conflict`: the version that is present. */
  readonly presentVersion: number | null
  /** `conflict` of configuration rows: what each was, and what somebody made of it. */
  readonly conflicts: readonly ConflictingRow[]
  /** `refused` removal of a configuration row: what names it. */
  readonly dependents: readonly Dependent[]
  /** What the server's log calls this request. */
  readonly requestId: string | null

  constructor(parts: ApiErrorParts) {
    super(parts.message, { cause: parts.cause })
    this.name = 'ApiError'
    this.status = parts.status
    this.code = parts.code
    this.reason = parts.reason ?? null
    this.errors = parts.errors ?? []
    this.presentVersion = parts.presentVersion ?? null
    this.conflicts = parts.conflicts ?? []
    this.dependents = parts.dependents ?? []
    this.requestId = parts.requestId ?? null
  }

  /** Sending the same request again, as it is, may succeed. */
  get isTransient(): boolean {
    return this.status === 0 ? this.code === 'unreachable' : transientStatuses.has(this.status)
  }
}

/** Time-outs, rate limits and servers that start, stop or take over; 502 and 504 come from proxies in between. */
const transientStatuses: ReadonlySet<number> = new Set([408, 429, 502, 503, 504])

/** The error of a reply that is none of the 2xx. */
export async function errorOfReply(reply: Response): Promise<ApiError> {
  const text = await reply.text().catch(() => '')
  const parsed = problem.safeParse(parseJson(text))
  if (!parsed.success || !isErrorCode(parsed.data.code)) {
    return new ApiError({
      status: reply.status,
      code: 'invalidReply',
      message: `The server answered ${reply.status} without saying why.`,
      requestId: reply.headers.get('x-request-id'),
    })
  }
  return errorOfProblem(parsed.data)
}

/** What a problem document says. */
export function errorOfProblem(told: Problem): ApiError {
  const { code, detail, reason, errors, presentVersion, conflicts, dependents, requestId, status } = told
  return new ApiError({
    status,
    code: isErrorCode(code) ? code : 'invalidReply',
    message: detail,
    reason: reason ?? null,
    errors: errors ?? [],
    presentVersion: presentVersion ?? null,
    conflicts: conflicts ?? [],
    dependents: dependents ?? [],
    requestId,
  })
}

/** The value of a JSON text; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCodes, code)
}
