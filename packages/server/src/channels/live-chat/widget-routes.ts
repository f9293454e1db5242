import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { DirectLine } from '../direct-line/direct-line.ts'
import { badArgument, conversationNotFound } from '../direct-line/direct-line-error.ts'
import { isOver } from '../direct-line/end-of-conversation.ts'
import { answerStream } from '../direct-line/rules.ts'
import { chatStart, findPreviousChat, identityToken, isOpen, startChat } from './start-chat.ts'
import { viewWidget } from './view-widget.ts'
import { requireOwnChat, requireWidget } from './widget-request.ts'

const whoAsks = z.object({ identityToken })

/** What the chat widget asks beside the protocol: how it looks, a conversation, another token for it. */
export function registerWidgetRoutes(scope: FastifyInstance, line: DirectLine): void {
  const { services, conversations } = line
  scope.get('/chat/widgets/:widget', async (request, reply) => {
    const widget = await requireWidget(request, line)
    reply.header('cache-control', 'no-store')
    return viewWidget(widget, { isOperating: isOpen(widget, services), sendsMail: services.mailer !== null })
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
  // A customer who is signed in finds the conversation again that they have lost, on whatever device.
  scope.post('/chat/widgets/:widget/previous', async (request, reply) => {
    const widget = await requireWidget(request, line)
    const given = whoAsks.safeParse(request.body ?? {})
    if (!given.success) throw badArgument('The identity token is a text.')
    const conversation = await findPreviousChat(widget, given.data.identityToken, line)
    if (conversation === null) return reply.code(204).send()
    const ticket = { conversation, widget: widget.name, user: services.newId() }
    return { ...(await answerStream(request, line, ticket)), userId: ticket.user }
  })
  scope.post('/chat/widgets/:widget/conversations/:id/token', async (request) => {
    const { ticket, item } = await requireOwnChat(request, line)
    if (isOver(item)) throw conversationNotFound(ticket.conversation)
    return answerStream(request, line, ticket)
  })
}
