import { readTicket, type Ticket } from './direct-line/direct-line.ts'
import { RequestFailure, type RequestOptions, request } from './direct-line/request.ts'
import { recordOf, textOf } from './json.ts'
import { readSettings } from './read-settings.ts'
import type { StartOptions, WidgetServer } from './server.ts'
import type { Surroundings } from './surroundings.ts'

export interface WidgetServerOptions {
  readonly origin: string
  readonly widget: string
  readonly surroundings: Surroundings
}

/** What our server offers a widget beside the protocol, over HTTP. */
export function createWidgetServer({ origin, widget, surroundings }: WidgetServerOptions): WidgetServer {
  const own = `${origin}/chat/widgets/${encodeURIComponent(widget)}`
  const ticketIn = (answer: unknown, before?: Ticket): Ticket => {
    const ticket = readTicket(answer, surroundings.now(), before)
    if (ticket === null) throw new RequestFailure(502, 'The server gave no conversation.')
    return ticket
  }
  const about = ({ token, conversationId }: Ticket, path: string, options: RequestOptions) =>
    request(surroundings, `${own}/conversations/${encodeURIComponent(conversationId)}/${path}`, { ...options, token })
  return {
    base: `${origin}/v3/directline`,
    settings: async () => readSettings(await request(surroundings, own)),
    start: async ({ answers, context, identityToken }: StartOptions) => {
      const body = { answers, context, ...(identityToken === null ? {} : { identityToken }) }
      const answer = await request(surroundings, `${own}/conversations`, { method: 'POST', body })
      return { ticket: ticketIn(answer), userId: textOf(recordOf(answer), 'userId') ?? '' }
    },
    previous: async (identityToken) => {
      const body = identityToken === null ? {} : { identityToken }
      const answer = await request(surroundings, `${own}/previous`, { method: 'POST', body })
      if (textOf(recordOf(answer), 'conversationId') === null) return null
      return { ticket: ticketIn(answer), userId: textOf(recordOf(answer), 'userId') ?? '' }
    },
    transcript: async (ticket) => {
      const path = `transcript?timeZone=${encodeURIComponent(timeZone())}`
      return String(await about(ticket, path, { isText: true }))
    },
    mailTranscript: async (ticket, email) => {
      await about(ticket, 'transcript', { method: 'POST', body: { email, timeZone: timeZone() } })
    },
    answer: async (ticket, answers) => {
      await about(ticket, 'answers', { method: 'POST', body: { answers } })
    },
    renew: async (ticket) => ticketIn(await about(ticket, 'token', { method: 'POST' }), ticket),
  }
}

/** Of the customer, as the browser has it. */
function timeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}
