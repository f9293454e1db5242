import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { AppError, type ErrorCode, problemMediaType } from '@unified-routing/contract'
import { problemOf } from './problem-reply.ts'

const TIMED_OUT = 'ERR_HTTP_REQUEST_TIMEOUT'

/** What Node's parser refuses before there is a request, by its codes. */
const codes: Readonly<Record<string, { readonly code: ErrorCode; readonly text: string }>> = {
  HPE_HEADER_OVERFLOW: { code: 'headersTooLarge', text: 'The headers are larger than 16 KiB.' },
  [TIMED_OUT]: { code: 'timeout', text: 'The request did not arrive in time.' },
}

/** Whoever does not hang up after their last answer is hung up on. */
const LINGER_MS = 1_000

/** Answers bytes that are not an HTTP request with a problem document, and hangs up. */
export function answerClientError(error: { readonly code?: string }, socket: Socket): void {
  // Opened and never used: what was said now might cross with a first request, and be taken for the answer to it.
  const isUnused = error.code === TIMED_OUT && socket.bytesRead === 0
  if (isUnused || error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy()
    return
  }
  const { code, text } = codes[error.code ?? ''] ?? { code: 'invalid', text: 'This is not a valid HTTP request.' }
  const id = randomUUID()
  const problem = problemOf(new AppError(code, text), id)
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? 'Error'}`,
    `Content-Type: ${problemMediaType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${id}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  const cut = setTimeout(() => socket.destroy(), LINGER_MS)
  socket.once('close', () => clearTimeout(cut))
}
