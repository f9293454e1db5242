import { AppError } from '@unified-routing/contract'
import type { WorkItem } from '@unified-routing/routing'
import type { FastifyRequest } from 'fastify'
import { requireWidgetOrigin } from '../direct-line/cross-origin.ts'
import type { DirectLine } from '../direct-line/direct-line.ts'
import { parametersOf } from '../direct-line/request-parts.ts'
import { originRules, requireBearer } from '../direct-line/rules.ts'
import type { Ticket } from '../direct-line/tokens.ts'
import type { Widget } from './widgets.ts'

/** How long after its token a conversation is still found again by whoever holds that token. */
const RETURN_SECONDS = 24 * 60 * 60

/** The widget of the address, asked for by a page that may. Errors: notFound; forbidden `BadOrigin`. */
export async function requireWidget(request: FastifyRequest, line: DirectLine): Promise<Widget> {
  const { widget: name = '' } = parametersOf(request)
  const widget = await line.services.widgets.find(name)
  if (widget === null) throw new AppError('notFound', `There is no chat widget ${name.slice(0, 100)}.`)
  await requireWidgetOrigin(request, widget.name, originRules(line))
  return widget
}

export interface OwnChat {
  readonly widget: Widget
  readonly ticket: Ticket
  readonly item: WorkItem
}

/** The conversation of the address, whose token the caller holds, be it over for a while. Errors: also
 * ConversationNotFound, once nothing of it can be read any more. */
export async function requireOwnChat(request: FastifyRequest, line: DirectLine): Promise<OwnChat> {
  const widget = await requireWidget(request, line)
  const ticket = await line.tokens.verify(requireBearer(request), RETURN_SECONDS)
  if (ticket.conversation !== parametersOf(request).id || ticket.widget !== widget.name)
    throw new AppError('forbidden', 'The token is of another conversation.', { reason: 'BadArgument' })
  return { widget, ticket, item: await line.conversations.readable(ticket.conversation) }
}
