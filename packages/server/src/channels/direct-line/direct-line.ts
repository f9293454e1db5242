import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyBaseLogger, FastifyRequest } from 'fastify'
import type { RequestLimits } from '../../http/request-guards.ts'
import type { Services } from '../../http/services.ts'
import { forgetCustomerStream, keepCustomerStreams, listSilentCustomers } from '../../store/customer-streams.ts'
import { saveReceipts } from '../../store/messages.ts'
import type { Store } from '../../store/store.ts'
import type { StreamMetrics } from '../../telemetry/server-metrics.ts'
import { createIdentifyCustomer, type IdentifyCustomer } from '../live-chat/customer-identity.ts'
import { waitingWordsOf } from '../live-chat/waiting-news.ts'
import type { Widgets } from '../live-chat/widgets.ts'
import { type CustomerConversations, createCustomerConversations } from './conversations.ts'
import { createReceipts, type Receipts } from './receipts.ts'
import { createStreamHub, type StreamHub } from './stream-hub.ts'
import { createTokens, type Ticket, type Tokens } from './tokens.ts'
import type { Viewpoint } from './write-activity.ts'

/** The parts of Direct Line, as its routes use them. */
export interface DirectLine {
  readonly services: Services
  readonly tokens: Tokens
  readonly widgets: Widgets
  readonly identify: IdentifyCustomer
  readonly conversations: CustomerConversations
  readonly hub: StreamHub
  readonly limits: RequestLimits
  /** Says that whoever has this address may have the file. */
  signFile(conversation: string, attachment: string): string
  isFileSignature(file: { readonly conversation: string; readonly attachment: string }, signature: string): boolean
  viewpoint(ticket: Ticket, origin: string): Promise<Viewpoint>
  stop(): Promise<void>
}

export interface DirectLineOptions {
  readonly services: Services
  readonly store: Store
  /** Of this installation: tokens and addresses of files are signed with it. */
  readonly key: string
  readonly limits: RequestLimits
  readonly log: FastifyBaseLogger
  readonly metrics: StreamMetrics
  readonly reloadMs?: number
  readonly sweepMs?: number
}

export function createDirectLine(options: DirectLineOptions): DirectLine {
  const { services, store, key, limits, log, metrics, reloadMs, sweepMs } = options
  const { organizationId, now } = services
  const receipts: Receipts = createReceipts({
    signals: services.signals,
    save: (found) => saveReceipts(store, organizationId, found),
    log,
  })
  const conversations = createCustomerConversations({ ...services, received: receipts.received })
  const hub = createStreamHub({
    services,
    conversations,
    delivered: (conversation, number) => receipts.received(conversation, { delivered: number, read: 0 }),
    kept: {
      keep: (held, at) => keepCustomerStreams(store, organizationId, { conversations: held, at }),
      forget: (conversation) => forgetCustomerStream(store, organizationId, conversation),
      silent: (before) => listSilentCustomers(store, organizationId, before),
    },
    log,
    metrics,
    ...(reloadMs === undefined ? {} : { reloadMs }),
    ...(sweepMs === undefined ? {} : { sweepMs }),
  })
  const signFile = (conversation: string, attachment: string) =>
    createHmac('sha256', key).update(`${conversation}\n${attachment}`).digest('base64url')
  return {
    services,
    tokens: createTokens({ key: new TextEncoder().encode(key), now }),
    widgets: services.widgets,
    identify: createIdentifyCustomer(now),
    conversations,
    hub,
    limits,
    signFile,
    isFileSignature: ({ conversation, attachment }, signature) => isSame(signFile(conversation, attachment), signature),
    async viewpoint({ conversation, user, widget: name }, origin) {
      const widget = await services.widgets.find(name)
      return {
        conversation,
        user,
        waiting: waitingWordsOf(widget),
        nameOf: await services.shownNames.of(widget),
        fileAddress: (attachment, file) => {
          const path = [conversation, attachment, file].map(encodeURIComponent).join('/')
          return `${origin}/v3/directline/attachments/${path}?s=${signFile(conversation, attachment)}`
        },
      }
    },
    stop: async () => {
      hub.close()
      await receipts.stop()
    },
  }
}

/** Where the caller reaches us, for addresses in answers. */
export function originOf(request: FastifyRequest, { publicOrigin }: Pick<Services, 'publicOrigin'>): string {
  return publicOrigin ?? `${request.protocol}://${request.host}`
}

function isSame(made: string, given: string): boolean {
  const [one, other] = [Buffer.from(made), Buffer.from(given)]
  return one.length === other.length && timingSafeEqual(one, other)
}
