import { readTicket, type Ticket } from './direct-line/direct-line.ts'
import { RequestFailure, request } from './direct-line/request.ts'
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
  return {
    base: `${origin}/v3/directline`,
    settings: async () => readSettings(await request(surroundings, own)),
    start: async ({ answers, context, identityToken }: StartOptions) => {
      const body = { answers, context, ...(identityToken === null ? {} : { identityToken }) }
      const answer = await request(surroundings, `${own}/conversations`, { method: 'POST', body })
      return { ticket: ticketIn(answer), userId: textOf(recordOf(answer), 'userId') ?? '' }
    },
    renew: async (ticket) => {
      const { token, conversationId } = ticket
      const path = `${own}/conversations/${encodeURIComponent(conversationId)}/token`
      return ticketIn(await request(surroundings, path, { method: 'POST', token }), ticket)
    },
  }
}
