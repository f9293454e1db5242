import { AppError } from '@unified-routing/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Widgets } from '../live-chat/widgets.ts'

const HOUR_SECONDS = 3_600

/** Pages of other sites may call, when a widget lists them. Programs send no origin; what they may do, tokens say. */
export async function allowCrossOrigin(
  request: FastifyRequest,
  reply: FastifyReply,
  { widgets, publicOrigin }: { readonly widgets: Widgets; readonly publicOrigin: string | null },
): Promise<void> {
  const { origin } = request.headers
  reply.header('cross-origin-resource-policy', 'cross-origin').header('vary', 'Origin')
  if (origin === undefined || isOwn(request, origin, publicOrigin)) return
  if (!(await widgets.allows(origin, null))) return
  reply.header('access-control-allow-origin', origin).header('access-control-expose-headers', 'Retry-After')
  if (request.method !== 'OPTIONS') return
  reply
    .header('access-control-allow-methods', 'GET, POST')
    .header('access-control-allow-headers', 'Authorization, Content-Type, X-Requested-With, x-ms-bot-agent')
    .header('access-control-max-age', String(HOUR_SECONDS))
}

/** Fails as `forbidden` when a page of an origin that the widget does not list asks in its name. */
export async function requireWidgetOrigin(
  request: FastifyRequest,
  widget: string,
  { widgets, publicOrigin }: { readonly widgets: Widgets; readonly publicOrigin: string | null },
): Promise<void> {
  const { origin } = request.headers
  if (origin === undefined || isOwn(request, origin, publicOrigin) || (await widgets.allows(origin, widget))) return
  throw new AppError('forbidden', `Pages of ${origin.slice(0, 200)} may not use this chat.`, { reason: 'BadOrigin' })
}

function isOwn(request: FastifyRequest, origin: string, publicOrigin: string | null): boolean {
  return origin === publicOrigin || origin === `${request.protocol}://${request.host}`
}
