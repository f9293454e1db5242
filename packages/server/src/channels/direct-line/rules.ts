import { AppError } from '@unified-routing/contract'
import type { FastifyRequest } from 'fastify'
import type { Widget } from '../live-chat/widgets.ts'
import { requireWidgetOrigin } from './cross-origin.ts'
import { type DirectLine, originOf } from './direct-line.ts'
import { parametersOf, queryOf } from './request-parts.ts'
import { type Ticket, TOKEN_SECONDS } from './tokens.ts'

const WATERMARK = /^\d{1,9}$/

export async function answerTicket({ tokens }: DirectLine, ticket: Ticket) {
  return { conversationId: ticket.conversation, token: await tokens.issue(ticket), expires_in: TOKEN_SECONDS }
}

export async function answerStream(request: FastifyRequest, line: DirectLine, ticket: Ticket) {
  const base = originOf(request, line.services).replace(/^http/, 'ws')
  const token = await line.tokens.issueForStream(ticket)
  const { watermark } = queryOf(request)
  const from = watermark !== undefined && WATERMARK.test(watermark) ? watermark : '0'
  const path = `/v3/directline/conversations/${encodeURIComponent(ticket.conversation)}/stream`
  return { ...(await answerTicket(line, ticket)), streamUrl: `${base}${path}?watermark=${from}&t=${token}` }
}

/** The conversation of the address, which the token must be of. */
export async function requireTicket(request: FastifyRequest, line: DirectLine): Promise<Ticket> {
  const ticket = await ticketOf(request, line)
  if (parametersOf(request).id === ticket.conversation) return ticket
  throw new AppError('forbidden', 'The token is of another conversation.', { reason: 'BadArgument' })
}

export async function ticketOf(request: FastifyRequest, line: DirectLine): Promise<Ticket> {
  const ticket = await line.tokens.verify(requireBearer(request))
  await requireWidgetOrigin(request, ticket.widget, originRules(line))
  return ticket
}

/** Whoever has the secret of a widget may begin a conversation without a token. */
export async function ticketOrSecret(request: FastifyRequest, line: DirectLine): Promise<Ticket> {
  const bearer = requireBearer(request)
  if (bearer.split('.').length === 3) return ticketOf(request, line)
  const widget = await requireSecret(request, line)
  return { conversation: line.services.newId(), widget: widget.name, user: '' }
}

export async function requireSecret(request: FastifyRequest, { widgets }: DirectLine): Promise<Widget> {
  const widget = await widgets.ofSecret(requireBearer(request))
  if (widget !== null) return widget
  throw new AppError('forbidden', 'Invalid token or secret', { reason: 'BadArgument' })
}

export function requireBearer(request: FastifyRequest): string {
  const bearer = /^Bearer (\S{1,4000})$/i.exec(request.headers.authorization ?? '')?.[1]
  if (bearer !== undefined) return bearer
  throw new AppError('unauthenticated', 'Missing token or secret', { reason: 'BadArgument' })
}

export function originRules({ widgets, services }: DirectLine) {
  return { widgets, publicOrigin: services.publicOrigin }
}
