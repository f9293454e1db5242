import type { WorkItem } from '@unified-routing/routing'
import type { FastifyBaseLogger } from 'fastify'
import type { CommittedBatch } from '../../engine/engine.ts'
import type { Services } from '../../http/services.ts'
import type { StreamMetrics } from '../../telemetry/server-metrics.ts'
import { type CustomerConversations, MESSAGES_PER_READ_MAX } from './conversations.ts'
import { type ClientSocket, CustomerStream } from './customer-stream.ts'
import { isOver } from './end-of-conversation.ts'
import { type KeptStreams, rememberStreams, Sightings } from './stream-memory.ts'
import { createWaitingRounds } from './waiting-rounds.ts'
import { typingActivity, type Viewpoint } from './write-activity.ts'

/** A page that reloads is back before this; only then is the customer gone. */
const RELOAD_MS = 5_000
const KEEP_ALIVE_MS = 25_000
const STREAMS_MAX = 20_000
const STREAMS_PER_CONVERSATION_MAX = 10

export interface StreamHub {
  /** Begins a stream after the message of this number. False: there are too many. */
  open(socket: ClientSocket, viewpoint: Viewpoint, after: number): boolean
  /** The customer has asked for something: also who never opens a stream is there as long as they ask now and then. */
  heard(item: Pick<WorkItem, 'id' | 'state' | 'customerDisconnectedAt'>): void
  /** What is new for a waiting customer who has no stream; it is theirs to hear now. */
  news(viewpoint: Viewpoint): readonly string[]
  close(): void
}

interface HubOptions {
  readonly services: Pick<Services, 'engine' | 'signals' | 'now'>
  readonly conversations: CustomerConversations
  readonly delivered: (conversation: string, number: number) => void
  readonly log: FastifyBaseLogger
  readonly metrics: StreamMetrics
  readonly kept: KeptStreams
  readonly reloadMs?: number
  readonly sweepMs?: number
}

/** The streams of customers on this server. A message is handed to those of its conversation and to no other, without a
 * question to the database. */
export function createStreamHub(options: HubOptions): StreamHub {
  const { services, conversations, delivered, kept, log, metrics, sweepMs } = options
  const streams = new Streams()
  const absences = new Absences(options, streams)
  const sightings = new Sightings({ kept, now: services.now, log })
  const stopSweeping = rememberStreams({
    kept,
    now: services.now,
    log,
    open: () => streams.conversations(),
    isGone: (conversation) => conversations.connection(conversation, false),
    ...(sweepMs === undefined ? {} : { sweepMs }),
  })
  const stopListening = services.engine.onCommitted((batch) => tell(batch, streams, delivered))
  const stopSignals = services.signals.listen((signal) => {
    if (signal.type !== 'typing' || signal.from === 'customer') return
    for (const stream of streams.of(signal.workItem))
      stream.pass(typingActivity(signal, stream.viewpoint, services.now()))
  })
  const keepAlive = setInterval(() => {
    for (const stream of streams.all()) stream.keepAlive()
  }, KEEP_ALIVE_MS)
  keepAlive.unref()
  const news = createWaitingRounds({ ...services, streams: () => streams.all() })

  return {
    open(socket, viewpoint, after) {
      const { conversation } = viewpoint
      const stream = new CustomerStream(socket, viewpoint, after)
      if (!streams.add(stream)) return false
      metrics.open.inc()
      absences.isBack(conversation)
      socket.once('close', () => {
        metrics.open.dec()
        if (stream.isDropped) metrics.dropped.inc()
        if (streams.remove(stream)) absences.isGone(conversation)
      })
      catchUp(stream, after, options)
        .then(() => news.tell(stream))
        .catch((error: unknown) => {
          log.warn({ event: 'directLine.catchUpFailed', err: error }, 'a customer’s stream could not catch up')
          stream.close()
        })
      return true
    },
    heard(item) {
      if (isOver(item)) return
      absences.isBack(item.id)
      if (streams.of(item.id).size === 0) sightings.note(item.id)
      if (item.customerDisconnectedAt === null) return
      conversations.connection(item.id, true).catch((error: unknown) => {
        log.warn({ event: 'directLine.untold', err: error }, 'the return of a customer was not told to routing')
      })
    },
    news: (viewpoint) => (streams.of(viewpoint.conversation).size > 0 ? [] : news.askedBy(viewpoint)),
    close() {
      clearInterval(keepAlive)
      news.stop()
      stopListening()
      stopSweeping()
      stopSignals()
      absences.stop()
      for (const stream of streams.all()) stream.close()
    },
  }
}

/** Tells what was said after a message, and that the customer is there. What is said meanwhile waits in the stream. */
async function catchUp(
  stream: CustomerStream,
  after: number,
  { conversations, delivered, kept, services }: HubOptions,
): Promise<void> {
  const { conversation } = stream.viewpoint
  for (let from = after; !stream.isClosed(); ) {
    const { messages, last } = await conversations.messages(conversation, from)
    await stream.replay(messages, last)
    if (last - from < MESSAGES_PER_READ_MAX) break
    from = last
  }
  stream.goLive()
  const item = await conversations.readable(conversation)
  if (item.messageCount > 0) delivered(conversation, item.messageCount)
  if (isOver(item) && after <= item.messageCount) stream.end(item)
  await kept.keep([conversation], services.now())
  await conversations.connection(conversation, true)
}

function tell({ events, messages, workItems }: CommittedBatch, streams: Streams, delivered: HubOptions['delivered']) {
  for (const event of events) {
    if (event.workItem === null) continue
    const held = streams.of(event.workItem)
    if (held.size === 0) continue
    const message = event.type === 'workItem.messageAdded' ? messages.get(event.message) : undefined
    if (message !== undefined) {
      for (const stream of held) stream.offer(message)
      if (message.from !== 'customer' && message.kind === 'message') delivered(message.workItem, message.number)
    }
    const item = workItems.get(event.workItem)
    if (event.type === 'workItem.stateChanged' && item !== undefined && isOver(item))
      for (const stream of held) stream.end(item)
  }
}

/** Open streams by their conversation. */
class Streams {
  readonly #byConversation = new Map<string, Set<CustomerStream>>()
  #count = 0

  of(conversation: string): ReadonlySet<CustomerStream> {
    return this.#byConversation.get(conversation) ?? nobody
  }

  conversations(): readonly string[] {
    return [...this.#byConversation.keys()]
  }

  *all(): Iterable<CustomerStream> {
    for (const held of this.#byConversation.values()) yield* held
  }

  /** False: there are too many. */
  add(stream: CustomerStream): boolean {
    const { conversation } = stream.viewpoint
    const held = this.#byConversation.get(conversation) ?? new Set()
    if (this.#count >= STREAMS_MAX || held.size >= STREAMS_PER_CONVERSATION_MAX) return false
    this.#byConversation.set(conversation, held.add(stream))
    this.#count++
    return true
  }

  /** True: it was the last of its conversation. */
  remove(stream: CustomerStream): boolean {
    const { conversation } = stream.viewpoint
    const held = this.#byConversation.get(conversation)
    if (held?.delete(stream) !== true) return false
    this.#count--
    if (held.size > 0) return false
    this.#byConversation.delete(conversation)
    return true
  }
}

const nobody: ReadonlySet<CustomerStream> = new Set()

/** Customers whose last stream has ended: whoever is not back soon has lost the connection. */
class Absences {
  readonly #options: HubOptions
  readonly #streams: Streams
  readonly #timers = new Map<string, NodeJS.Timeout>()

  constructor(options: HubOptions, streams: Streams) {
    this.#options = options
    this.#streams = streams
  }

  isGone(conversation: string): void {
    const { conversations, kept, log, reloadMs = RELOAD_MS } = this.#options
    const tellGone = async () => {
      await conversations.connection(conversation, false)
      // Whoever came back at this very moment may have found nothing to take back yet.
      if (this.#streams.of(conversation).size > 0) await conversations.connection(conversation, true)
      else await kept.forget(conversation)
    }
    const timer = setTimeout(() => {
      this.#timers.delete(conversation)
      tellGone().catch((error: unknown) => {
        log.warn({ event: 'directLine.untold', err: error }, 'a lost customer was not told to routing')
      })
    }, reloadMs)
    timer.unref()
    this.#timers.set(conversation, timer)
  }

  isBack(conversation: string): void {
    clearTimeout(this.#timers.get(conversation))
    this.#timers.delete(conversation)
  }

  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
  }
}
