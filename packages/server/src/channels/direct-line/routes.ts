import multipart from '@fastify/multipart'
import websocket from '@fastify/websocket'
import { AppError, ATTACHMENT_BYTES_MAX, ATTACHMENTS_PER_MESSAGE_MAX } from '@unified-routing/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { attachmentHeaders } from '../../attachments/attachment-headers.ts'
import { rememberCurrentRequest } from '../../http/current-request.ts'
import { requireWithin } from '../../http/request-guards.ts'
import { registerAfterChatRoutes } from '../live-chat/after-chat-routes.ts'
import { requireFileAllowed } from '../live-chat/file-rules.ts'
import { startChat } from '../live-chat/start-chat.ts'
import { registerWidgetRoutes } from '../live-chat/widget-routes.ts'
import { allowCrossOrigin } from './cross-origin.ts'
import { type DirectLine, originOf } from './direct-line.ts'
import { badArgument, conversationNotFound, sendDirectLineError } from './direct-line-error.ts'
import { isOver } from './end-of-conversation.ts'
import { readActivity } from './read-activity.ts'
import { readUpload } from './read-upload.ts'
import { parametersOf, queryOf, userIn } from './request-parts.ts'
import {
  answerStream,
  answerTicket,
  originRules,
  requireSecret,
  requireTicket,
  ticketOf,
  ticketOrSecret,
} from './rules.ts'
import { registerStreamRoute } from './stream-route.ts'
import type { Ticket } from './tokens.ts'
import { endActivity, messageActivity, newsActivity } from './write-activity.ts'

const BASE = '/v3/directline'
const MINUTE_MS = 60_000
const ACTIVITIES_PER_MINUTE_MAX = 120
const FRAME_BYTES_MAX = 64 * 1024
const WATERMARK = /^\d{1,9}$/

/** Direct Line 3.0 and what the chat widget asks beside it: for pages of other sites, without cookies. */
export async function serveDirectLine(server: FastifyInstance, line: DirectLine): Promise<void> {
  await server.register(async (scope) => {
    scope.setErrorHandler(sendDirectLineError)
    scope.addHook('onRequest', (request, reply) => allowCrossOrigin(request, reply, originRules(line)))
    await scope.register(multipart, {
      limits: { fileSize: ATTACHMENT_BYTES_MAX, files: ATTACHMENTS_PER_MESSAGE_MAX + 1, fields: 10, parts: 21 },
    })
    await scope.register(websocket, {
      options: { maxPayload: FRAME_BYTES_MAX },
      // What a customer's program sends wrongly is nothing that somebody here should act on.
      errorHandler: (error, socket, request) => {
        request.log.debug({ event: 'directLine.badFrames', err: error }, 'a customer’s stream was cut')
        socket.terminate()
      },
    })
    for (const url of [`${BASE}/*`, '/chat/widgets/*'])
      scope.options(url, async (_request, reply) => reply.code(204).send())
    limitCallers(scope, line)
    rememberCurrentRequest(scope)
    registerTokenRoutes(scope, line)
    registerConversationRoutes(scope, line)
    registerActivityRoutes(scope, line)
    registerStreamRoute(scope, line)
    registerWidgetRoutes(scope, line)
    registerAfterChatRoutes(scope, line)
  })
}

/** So much for one network address a minute, as for everybody who has not signed in. */
function limitCallers(scope: FastifyInstance, { limits }: DirectLine): void {
  const perAddress = scope.createRateLimit({
    max: limits.perAnonymousAddress,
    timeWindow: MINUTE_MS,
    keyGenerator: ({ ip }) => `direct-line ${ip}`,
  })
  scope.addHook('onRequest', async (request) => requireWithin(await perAddress(request)))
}

function registerTokenRoutes(scope: FastifyInstance, line: DirectLine): void {
  const { services } = line
  scope.post(`${BASE}/tokens/generate`, async (request) => {
    const widget = await requireSecret(request, line)
    const user = userIn(request.body) ?? services.newId()
    return answerTicket(line, { conversation: services.newId(), widget: widget.name, user })
  })
  scope.post(`${BASE}/tokens/refresh`, async (request) => answerTicket(line, await ticketOf(request, line)))
  // Clients ask for it to guard against stolen tokens; ours are good for one conversation only.
  scope.get(`${BASE}/session/getsessionid`, async () => ({ sessionId: services.newId() }))
  scope.get(`${BASE}/attachments/:id/:file/:name`, async (request, reply) => {
    const { id, file = '' } = parametersOf(request)
    const { s: signature } = queryOf(request)
    const known = (await services.attachments.known(id, [file]))[0]
    const isHis = line.isFileSignature({ conversation: id, attachment: file }, signature ?? '')
    const content =
      known === undefined || known.message === null || !isHis ? null : await services.attachments.content(file)
    if (known === undefined || content === null) throw new AppError('notFound', 'There is no such file.')
    return reply.headers(attachmentHeaders(known)).send(content)
  })
}

function registerConversationRoutes(scope: FastifyInstance, line: DirectLine): void {
  const { conversations, services, widgets } = line
  scope.post(`${BASE}/conversations`, async (request, reply) => {
    const given = await ticketOrSecret(request, line)
    const ticket = { ...given, user: given.user === '' ? (userIn(request.body) ?? services.newId()) : given.user }
    const widget = await widgets.find(ticket.widget)
    if (widget === null) throw conversationNotFound(ticket.conversation)
    const started = await startChat({ widget, ticket, given: { answers: {}, context: {} } }, line)
    line.hub.heard(await conversations.readable(started.ticket.conversation))
    return reply.code(started.isNew ? 201 : 200).send(await answerStream(request, line, started.ticket))
  })
  scope.get(`${BASE}/conversations/:id`, async (request) => {
    const ticket = await requireTicket(request, line)
    await conversations.readable(ticket.conversation)
    return answerStream(request, line, ticket)
  })
}

function registerActivityRoutes(scope: FastifyInstance, line: DirectLine): void {
  const { conversations } = line
  const perConversation = scope.createRateLimit({
    max: ACTIVITIES_PER_MINUTE_MAX,
    timeWindow: MINUTE_MS,
    keyGenerator: (request) => `activities ${parametersOf(request).id}`,
  })
  scope.get(`${BASE}/conversations/:id/activities`, async (request) => {
    const ticket = await requireTicket(request, line)
    return activitiesAfter(line, ticket, { after: watermarkOf(request), origin: originOf(request, line.services) })
  })
  scope.post(`${BASE}/conversations/:id/activities`, async (request) => {
    const ticket = await requireTicket(request, line)
    requireWithin(await perConversation(request))
    const id = await conversations.act(ticket, readActivity(request.body))
    line.hub.heard(await conversations.readable(ticket.conversation))
    return { id }
  })
  scope.post(
    `${BASE}/conversations/:id/upload`,
    { bodyLimit: ATTACHMENT_BYTES_MAX * ATTACHMENTS_PER_MESSAGE_MAX },
    async (request) => {
      const ticket = await requireTicket(request, line)
      requireWithin(await perConversation(request))
      const widget = await line.widgets.find(ticket.widget)
      if (widget?.value.takesFiles !== true) throw badArgument('This chat takes no files.')
      const { activity, files } = await readUpload(request)
      for (const { name, content } of files)
        requireFileAllowed(widget, { from: 'customer', name, bytes: content.byteLength })
      const id = await conversations.act(ticket, readActivity(activity, files.length), files)
      line.hub.heard(await conversations.readable(ticket.conversation))
      return { id }
    },
  )
}

async function activitiesAfter(
  line: DirectLine,
  ticket: Ticket,
  { after, origin }: { readonly after: number; readonly origin: string },
) {
  const item = await line.conversations.readable(ticket.conversation)
  line.hub.heard(item)
  const { messages, last } = await line.conversations.messages(ticket.conversation, after)
  const viewpoint = await line.viewpoint(ticket, origin)
  const news = isOver(item) ? [] : line.hub.news(viewpoint)
  const activities = [
    ...messages.map((message) => messageActivity(message, viewpoint)),
    ...news.map((text) => newsActivity(text, viewpoint, line.services.now())),
  ]
  const isAtEnd = isOver(item) && last >= item.messageCount && after <= item.messageCount
  return {
    activities: isAtEnd ? [...activities, endActivity(item, viewpoint)] : activities,
    // One further once the end is told, so that it is not told again.
    watermark: String(isAtEnd ? item.messageCount + 1 : last),
  }
}

function watermarkOf(request: FastifyRequest): number {
  const { watermark } = queryOf(request)
  if (watermark === undefined || watermark === '') return 0
  if (WATERMARK.test(watermark)) return Number(watermark)
  throw badArgument('The watermark is not one that this server gave.')
}
