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
  if (origin !== undefined && origin !== publicOrigin && !isOwn(origin, request.headers.host ?? '')) throw crossOrigin()
}

/** Whether a page of this origin came from the host that it now speaks to; default ports may be left out. */
function isOwn(origin: string, host: string): boolean {
  // As browsers write them; whatever else names the same is found by parsing.
  if (host !== '' && (origin === `https://${host}` || origin === `http://${host}`)) return true
  if (!URL.canParse(origin)) return false
  const page = new URL(origin)
  const self = `${page.protocol}//${host}`
  return URL.canParse(self) && new URL(self).host === page.host
}

function crossOrigin(): AppError {
  return new AppError('forbidden', 'Pages of other sites cannot make changes with your session; use an API key.')
}
