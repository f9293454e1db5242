import type { ServerResponse } from 'node:http'
import { AppError, type LiveSignal, liveHelloEvent } from '@unified-routing/contract'
import type { FastifyBaseLogger } from 'fastify'
import type { Caller } from '../auth/caller.ts'
import type { CommittedBatch } from '../engine/engine.ts'
import { messagesIn } from '../engine/feed.ts'
import { followsConversation } from '../http/reach.ts'
import type { Services } from '../http/services.ts'
import type { OwnedWorkItem } from '../store/owned-work-item.ts'
import type { StreamMetrics } from '../telemetry/server-metrics.ts'
import { eventText, makeFrames, signalText } from './frames.ts'
import { LiveStream } from './live-stream.ts'
import { PreviousPlaces } from './previous-places.ts'
import { createSignalledItems } from './signalled-items.ts'
import { type CheckedStream, createStreamChecks } from './stream-checks.ts'

const HEARTBEAT_MS = 15_000
/** Every so many heartbeats a stream's sign-in is checked again. */
const HEARTBEATS_PER_CHECK = 4
const STREAMS_MAX = 10_000
const STREAMS_PER_CALLER_MAX = 50
const EVENTS_PER_PAGE = 500
const RETRY_SECONDS = 5
/** Events that wait to be told; with more, readers are sent to the journal instead. */
const EVENTS_WAITING_MAX = 20_000

export interface LiveHub {
  /** Begins a stream: first what happened after `after`, then everything as it is committed. */
  open(connection: Connection): void
  /** Ends every stream; their readers come back to whoever answers then. */
  close(): void
}

export interface Connection extends CheckedStream {
  readonly response: ServerResponse
  readonly headers: Readonly<Record<string, string>>
  readonly after: number
}

/** The live streams of this server. An event leaves for the browsers right after its commit. */
export function createLiveHub(services: Services, log: FastifyBaseLogger, metrics: StreamMetrics): LiveHub {
  const streams = new Map<LiveStream, Connection>()
  const previousPlaces = new PreviousPlaces()
  // Batches become frames one after the other, so that the order of events is the order of commits.
  let told: Promise<void> = Promise.resolve()
  let waitingEvents = 0

  async function tell(batch: CommittedBatch): Promise<void> {
    const before = previousPlaces.exchange(batch.workItems.values())
    if (streams.size === 0) return
    const frames = await makeFrames({ ...batch, previousPlaces: before }, services)
    for (const stream of streams.keys()) stream.offer(frames)
  }
  function dropAll(error: unknown): void {
    log.error({ event: 'live.failed', err: error }, 'live streams dropped; they resume from the journal')
    for (const stream of streams.keys()) stream.close()
    streams.clear()
  }
  const checks = createStreamChecks({ streams, services, log })
  const stopListening = services.engine.onCommitted((batch) => {
    waitingEvents += batch.events.length
    if (waitingEvents > EVENTS_WAITING_MAX && streams.size > 0) dropAll(new Error('telling falls behind committing'))
    told = told
      .then(() => tell(batch))
      .catch(dropAll)
      .finally(() => {
        waitingEvents -= batch.events.length
      })
  })

  const itemOf = createSignalledItems(services)
  function passOn(signal: LiveSignal, item: OwnedWorkItem | null): void {
    if (item === null) return
    const text = signalText(signal)
    for (const stream of streams.keys()) if (followsConversation(item, stream.caller, services)) stream.pass(text)
  }
  const stopSignals = services.signals.listen((signal) => {
    if (streams.size === 0) return
    itemOf(signal.workItem)
      .then((item) => passOn(signal, item))
      .catch((error: unknown) => log.debug({ event: 'live.signalUntold', err: error }, 'a signal was not passed on'))
  })

  let beats = 0
  const heartbeat = setInterval(() => {
    beats++
    for (const stream of streams.keys()) stream.write(': alive\n\n')
    if (beats % HEARTBEATS_PER_CHECK === 0) checks.all()
  }, HEARTBEAT_MS)
  heartbeat.unref()

  return {
    open(connection) {
      requireRoom(streams, connection.caller)
      const { response, headers, after } = connection
      const caller = services.authentication.inForce(connection.caller)
      const stream = new LiveStream({ response, caller, after, onTooSlow: () => metrics.dropped.inc() })
      streams.set(stream, connection)
      metrics.open.inc()
      response.once('close', () => {
        streams.delete(stream)
        metrics.open.dec()
      })
      response.writeHead(200, { ...headers, ...streamHeaders })
      stream.write(eventText({ id: after, name: liveHelloEvent, data: '{}' }))
      catchUp(stream, after, services).catch((error: unknown) => {
        log.warn({ event: 'live.catchUpFailed', err: error }, 'live stream could not catch up')
        stream.close()
      })
    },
    close() {
      clearInterval(heartbeat)
      checks.stop()
      stopListening()
      stopSignals()
      for (const stream of streams.keys()) stream.close()
    },
  }
}

const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // Proxies that would collect events before passing them on are told not to.
  'x-accel-buffering': 'no',
} as const

function requireRoom(streams: ReadonlyMap<LiveStream, Connection>, caller: Caller): void {
  if (streams.size >= STREAMS_MAX)
    throw new AppError('unavailable', 'This server has as many live streams as it can serve.', {
      retryAfterSeconds: RETRY_SECONDS,
    })
  const own = [...streams.keys()].filter((stream) => stream.caller.key === caller.key)
  if (own.length >= STREAMS_PER_CALLER_MAX)
    throw new AppError('limited', `You have ${own.length} live streams open; close some.`, {
      retryAfterSeconds: RETRY_SECONDS,
    })
}

/** Tells the stream what the journal holds beyond `after`. What is committed meanwhile waits in the stream. */
async function catchUp(stream: LiveStream, after: number, services: Services): Promise<void> {
  for (let sequence = after; !stream.isClosed(); ) {
    const events = await services.reads.journal({ workItem: null, after: sequence, limit: EVENTS_PER_PAGE })
    const ids = [...new Set(events.flatMap(({ workItem }) => (workItem === null ? [] : [workItem])))]
    const items = ids.length === 0 ? [] : await services.reads.workItemsById(ids)
    const workItems = new Map(items.map((item) => [item.id, item]))
    const said = await services.reads.messagesById(messagesIn(events))
    const messages = new Map(said.map((message) => [message.id, message]))
    for (const frame of await makeFrames({ events, workItems, messages, previousPlaces: new Map() }, services))
      await stream.replay(frame)
    sequence = events.at(-1)?.sequence ?? sequence
    if (events.length < EVENTS_PER_PAGE) break
  }
  stream.goLive()
}
