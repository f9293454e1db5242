import { AppError } from '@unified-routing/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { requireWithin } from '../../http/request-guards.ts'
import { readTranscript } from '../../transcripts/read-transcript.ts'
import type { DirectLine } from '../direct-line/direct-line.ts'
import { badArgument } from '../direct-line/direct-line-error.ts'
import { isOver } from '../direct-line/end-of-conversation.ts'
import { parametersOf, queryOf } from '../direct-line/request-parts.ts'
import { givenAnswers, requireAnswers } from './survey-answers.ts'
import { type OwnChat, requireOwnChat } from './widget-request.ts'

const HOUR_MS = 60 * 60 * 1_000
const DOWNLOADS_PER_HOUR_MAX = 60
const MAILS_PER_CONVERSATION_MAX = 3
const MAILS_PER_ADDRESS_MAX = 3
const MAILS_PER_CALLER_MAX = 10

const order = z.object({ email: z.email().max(254), timeZone: z.string().max(100).nullish() })
const survey = z.object({ answers: givenAnswers })

/** What a customer may still want of a conversation: its transcript, as a file or by e-mail, and to say how it was. */
export function registerAfterChatRoutes(scope: FastifyInstance, line: DirectLine): void {
  const { services } = line
  const perDownload = scope.createRateLimit({
    max: DOWNLOADS_PER_HOUR_MAX,
    timeWindow: HOUR_MS,
    keyGenerator: (request) => `transcript ${parametersOf(request).id}`,
  })
  const requireFewMails = limitMails(scope)

  scope.get('/chat/widgets/:widget/conversations/:id/transcript', async (request, reply) => {
    const chat = await requireOwnChat(request, line)
    if (!chat.widget.value.offersTranscript) throw notOffered('This chat offers no transcript.')
    requireWithin(await perDownload(request))
    const text = await transcriptOf(chat, queryOf(request).timeZone ?? null, line)
    return reply
      .header('cache-control', 'private, no-store')
      .header('content-disposition', 'attachment; filename="chat.txt"')
      .header('x-content-type-options', 'nosniff')
      .type('text/plain; charset=utf-8')
      .send(text)
  })
  scope.post('/chat/widgets/:widget/conversations/:id/transcript', async (request, reply) => {
    const chat = await requireOwnChat(request, line)
    const { mailer } = services
    if (!chat.widget.value.mailsTranscript || mailer === null) throw notOffered('This chat sends no e-mail.')
    const given = order.safeParse(request.body)
    if (!given.success) throw badArgument('The e-mail address is not one.')
    await requireAnswered(chat, line)
    await requireFewMails(request, given.data.email)
    const text = await transcriptOf(chat, given.data.timeZone ?? null, line)
    await mailer
      .send({ to: given.data.email, subject: `Your chat: ${chat.widget.value.heading}`, text })
      .catch((cause: unknown) => {
        throw new AppError('unavailable', 'The e-mail could not be sent; try again later.', { cause })
      })
    return reply.code(202).send({ sent: true })
  })
  scope.post('/chat/widgets/:widget/conversations/:id/answers', async (request, reply) => {
    const { widget, item } = await requireOwnChat(request, line)
    const given = survey.safeParse(request.body)
    if (!given.success) throw badArgument('The answers are texts by the names of their questions.')
    if (!isOver(item)) throw new AppError('refused', 'The chat goes on; the questions come after it.')
    const { afterSurvey } = widget.value
    const { answers } = given.data
    requireAnswers(afterSurvey, answers)
    const said = afterSurvey.flatMap(({ name, text }) => {
      const answer = answers[name]?.trim().toWellFormed().replaceAll('\0', '') ?? ''
      return answer === '' ? [] : [{ question: text, answer }]
    })
    if (!(await services.chats.answer(item.id, said)))
      throw new AppError('refused', 'The questions have been answered already.')
    return reply.code(204).send()
  })
}

function transcriptOf({ widget, item }: OwnChat, timeZone: string | null, { services }: DirectLine): Promise<string> {
  return services.shownNames.of(widget).then((nameOf) => {
    const { heading, language, texts } = widget.value
    return readTranscript(
      {
        conversation: item.id,
        title: heading,
        locale: language,
        timeZone,
        nameOf: ({ from, author }) => {
          if (from === 'customer') return texts.you ?? 'You'
          if (author !== null) return from === 'bot' ? author : nameOf(author)
          return from === 'system' ? (texts.system ?? 'Information') : (texts.representative ?? 'Representative')
        },
      },
      services,
    )
  })
}

/** Nobody sends words of their own to a stranger through us: somebody of the organization must have said something. */
async function requireAnswered({ item }: OwnChat, { services: { reads } }: DirectLine): Promise<void> {
  const first = await reads.messages({ workItem: item.id, after: 0, limit: MESSAGES_LOOKED_AT })
  if (first.some(({ from, kind }) => kind === 'message' && (from === 'representative' || from === 'bot'))) return
  throw new AppError('refused', 'Nobody has answered in this chat, so there is nothing to send.')
}

const MESSAGES_LOOKED_AT = 500

/** So many e-mails an hour for one conversation, to one address and for one caller. */
function limitMails(scope: FastifyInstance): (request: FastifyRequest, email: string) => Promise<void> {
  const emails = new WeakMap<FastifyRequest, string>()
  const limits = [
    { max: MAILS_PER_CONVERSATION_MAX, keyOf: (request: FastifyRequest) => `mail of ${parametersOf(request).id}` },
    { max: MAILS_PER_ADDRESS_MAX, keyOf: (request: FastifyRequest) => `mail to ${emails.get(request) ?? ''}` },
    { max: MAILS_PER_CALLER_MAX, keyOf: ({ ip }: FastifyRequest) => `mail by ${ip}` },
  ].map(({ max, keyOf }) => scope.createRateLimit({ max, timeWindow: HOUR_MS, keyGenerator: keyOf }))
  return async (request, email) => {
    emails.set(request, email.toLowerCase())
    for (const limit of limits) requireWithin(await limit(request))
  }
}

function notOffered(message: string): AppError {
  return new AppError('forbidden', message, { reason: 'BadArgument' })
}
