import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { docsStyle } from './docs/docs-style.ts'

/** Style sheets that may stand inside a page: that of the API's documentation, and the empty ones that Fluent UI
 * creates and then fills through the object model, which needs no leave. */
const ownStyles = [docsStyle, ''].map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`)

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  `style-src 'self' ${ownStyles.join(' ')}`,
  // blob: pictures of a conversation, drawn from their bytes under a type that can only be a picture.
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Headers that every reply carries. */
export function setSecurityHeaders(reply: FastifyReply, isHttps: boolean): void {
  reply.header('content-security-policy', policy)
  reply.header('x-content-type-options', 'nosniff')
  reply.header('x-frame-options', 'DENY')
  reply.header('referrer-policy', 'same-origin')
  reply.header('cross-origin-opener-policy', 'same-origin')
  reply.header('cross-origin-resource-policy', 'same-origin')
  reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=()')
  if (isHttps) reply.header('strict-transport-security', 'max-age=31536000')
}
