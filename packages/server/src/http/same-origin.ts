import { AppError } from '@unified-routing/contract'
import type { FastifyRequest } from 'fastify'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses changes that another site's page makes in the name of a signed-in user.
 *
 * Browsers say where a request comes from (Sec-Fetch-Site, Origin); programs say neither, and carry no foreign cookies. */
export function requireSameOrigin(request: FastifyRequest, publicOrigin: string | null): void {
  if (safeMethods.has(request.method)) return
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw crossOrigin()
  const { origin } = request.headers
  if (origin !== undefined && origin !== publicOrigin && hostOf(origin) !== request.headers.host) throw crossOrigin()
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}

function crossOrigin(): AppError {
  return new AppError('forbidden', 'Pages of other sites cannot make changes with your session; use an API key.')
}
