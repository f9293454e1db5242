import type { FastifyReply } from 'fastify'

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  // Fluent UI writes its styles into the page as it renders.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
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
