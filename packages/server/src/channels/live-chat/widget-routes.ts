import { AppError } from '@unified-routing/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { requireWidgetOrigin } from '../direct-line/cross-origin.ts'
import type { DirectLine } from '../direct-line/direct-line.ts'
import { badArgument, conversationNotFound } from '../direct-line/direct-line-error.ts'
import { isOver } from '../direct-line/end-of-conversation.ts'
import { parametersOf } from '../direct-line/request-parts.ts'
import { answerStream, originRules, requireBearer } from '../direct-line/rules.ts'
import { chatStart, isOpen, startChat } from './start-chat.ts'
import { viewWidget } from './view-widget.ts'
import type { Widget } from './widgets.ts'

/** How long after its token a conversation is still found again by whoever holds that token. */
const RETURN_SECONDS = 24 * 60 * 60

/** What the chat widget asks beside the protocol: how it looks, a conversation, another token for it. */
export function registerWidgetRoutes(scope: FastifyInstance, line: DirectLine): void {
  const { services, tokens, conversations } = line
  scope.get('/chat/widgets/:widget', async (request, reply) => {
    const widget = await requireWidget(request, line)
    reply.header('cache-control', 'no-store')
    return viewWidget(widget, isOpen(widget, services))
  })
  scope.post('/chat/widgets/:widget/conversations', async (request, reply) => {
    const widget = await requireWidget(request, line)
    const given = chatStart.safeParse(request.body ?? {})
    if (!given.success) throw badArgument('The answers are texts by the names of their questions.')
    const fresh = { conversation: services.newId(), widget: widget.name, user: services.newId() }
    const { ticket } = await startChat({ widget, ticket: fresh, given: given.data }, line)
    line.hub.heard(await conversations.readable(ticket.conversation))
    return reply.code(201).send({ ...(await answerStream(request, line, ticket)), userId: ticket.user })
  })
  scope.post('/chat/widgets/:widget/conversations/:id/token', async (request) => {
    const widget = await requireWidget(request, line)
    const ticket = await tokens.verify(requireBearer(request), RETURN_SECONDS)
    if (ticket.conversation !== parametersOf(request).id || ticket.widget !== widget.name)
      throw new AppError('forbidden', 'The token is of another conversation.', { reason: 'BadArgument' })
    if (isOver(await conversations.readable(ticket.conversation))) throw conversationNotFound(ticket.conversation)
    return answerStream(request, line, ticket)
  })
}

async function requireWidget(request: FastifyRequest, line: DirectLine): Promise<Widget> {
  const { widget: name = '' } = parametersOf(request)
  const widget = await line.widgets.find(name)
  if (widget === null) throw new AppError('notFound', `There is no chat widget ${name.slice(0, 100)}.`)
  await requireWidgetOrigin(request, widget.name, originRules(line))
  return widget
}
