import type { RoutingEvent } from '@unified-routing/routing'
import { lastEvent, readEvents } from '../store/journal.ts'
import { readMessages } from '../store/messages.ts'
import type { Store } from '../store/store.ts'
import { readWorkItems } from '../store/work-items.ts'
import { CommittedItems } from './committed-items.ts'
import type { CommittedBatch } from './engine.ts'
import type { EngineLog } from './engine-options.ts'

const EVENTS_PER_READ_MAX = 1_000

/** Tells listeners what was committed: each event once, in order, whoever committed it. */
export interface Feed {
  listen(listener: (batch: CommittedBatch) => void): () => void
  committedSequence(): number
  /** Open work as it was committed last, while this server leads. */
  readonly items: CommittedItems
  /** A batch that this server has committed. */
  publish(batch: CommittedBatch): void
  /** Reads from the journal what was committed without us: by another server, or by us before we learned of it. */
  catchUp(): Promise<void>
}

export async function createFeed(store: Store, organizationId: string, log: EngineLog): Promise<Feed> {
  const listeners = new Set<(batch: CommittedBatch) => void>()
  const items = new CommittedItems()
  let { sequence } = await lastEvent(store, organizationId)

  const publish = (batch: CommittedBatch): void => {
    items.note(batch.workItems.values())
    const last = batch.events.at(-1)
    if (last === undefined) return
    sequence = last.sequence
    for (const listener of listeners) {
      try {
        listener(batch)
      } catch (error) {
        log.error({ event: 'feed.listenerFailed', err: error }, 'listener of committed batches failed')
      }
    }
  }
  const readNext = async (): Promise<boolean> => {
    const events = await readEvents(store, { organizationId, after: sequence, limit: EVENTS_PER_READ_MAX })
    if (events.length === 0) return false
    const touched = await readWorkItems(store, organizationId, touchedBy(events))
    const messages = await readMessages(store, organizationId, messagesIn(events))
    publish({
      events,
      workItems: new Map(touched.map((item) => [item.id, item])),
      messages: new Map(messages.map((message) => [message.id, message])),
    })
    return events.length === EVENTS_PER_READ_MAX
  }
  return {
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    committedSequence: () => sequence,
    items,
    publish,
    catchUp: async () => {
      let isMore = true
      while (isMore) isMore = await readNext()
    },
  }
}

/** Ids of the messages that events tell of. */
export function messagesIn(events: readonly RoutingEvent[]): string[] {
  return events.flatMap((event) => (event.type === 'workItem.messageAdded' ? [event.message] : []))
}

function touchedBy(events: readonly RoutingEvent[]): string[] {
  return [...new Set(events.flatMap(({ workItem }) => (workItem === null ? [] : [workItem])))]
}
