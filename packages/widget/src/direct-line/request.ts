import { parseJson, recordOf, textOf } from '../json.ts'
import type { Surroundings } from '../surroundings.ts'

const ANSWER_WITHIN_MS = 20_000

/** The server said no, or nothing at all (`status` 0). */
export class RequestFailure extends Error {
  readonly status: number
  readonly retryAfterMs: number | null

  constructor(status: number, message: string, retryAfterMs: number | null = null) {
    super(message)
    this.status = status
    this.retryAfterMs = retryAfterMs
  }

  /** Whether the same request may succeed later. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500
  }

  /** Whether it is the token that the server does not want. */
  get isOfToken(): boolean {
    return this.status === 401 || this.status === 403
  }
}

export interface RequestOptions {
  readonly method?: 'GET' | 'POST'
  readonly token?: string
  /** Sent as JSON, a form as it is. */
  readonly body?: unknown
  /** The answer is a text, not JSON. */
  readonly isText?: boolean
}

/** Sends a request without cookies and answers with the parsed body, or with the text. Errors: RequestFailure. */
export async function request(surroundings: Surroundings, url: string, options: RequestOptions = {}): Promise<unknown> {
  const { method = 'GET', token, body, isText = false } = options
  const isForm = typeof FormData !== 'undefined' && body instanceof FormData
  const headers: Record<string, string> = { accept: 'application/json' }
  if (token !== undefined) headers.authorization = `Bearer ${token}`
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json'
  const abort = new AbortController()
  const callOff = surroundings.after(ANSWER_WITHIN_MS, () => abort.abort())
  try {
    const response = await surroundings.fetch(url, {
      method,
      headers,
      credentials: 'omit',
      cache: 'no-store',
      signal: abort.signal,
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw failureOf(response, parseJson(text))
    return isText ? text : parseJson(text)
  } catch (error) {
    throw error instanceof RequestFailure ? error : new RequestFailure(0, String(error))
  } finally {
    callOff()
  }
}

function failureOf(response: Response, content: unknown): RequestFailure {
  const problem = recordOf(content)
  const error = recordOf(problem.error)
  const message = textOf(error, 'message') ?? textOf(problem, 'detail') ?? textOf(problem, 'title') ?? ''
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return new RequestFailure(response.status, message, Number.isFinite(seconds) ? seconds * 1_000 : null)
}
