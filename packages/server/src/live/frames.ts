import { type LiveEvent, type LiveSignal, liveSignalEvent, type WorkItemView } from '@unified-routing/contract'
import type { RoutingEvent } from '@unified-routing/routing'
import type { Services } from '../http/services.ts'
import { viewEvent } from '../http/views/journal-view.ts'
import { nothingReceived, viewMessage } from '../http/views/message-view.ts'
import { asShownTo } from '../http/views/unseen-monitors.ts'
import { viewWholeWorkItems } from '../http/views/work-item-view.ts'
import type { OwnedWorkItem } from '../store/owned-work-item.ts'
import type { StoredMessage } from '../store/reads.ts'
import type { Frame } from './live-stream.ts'
import type { Place } from './previous-places.ts'
import { sightOf } from './visible-event.ts'

interface Told {
  readonly events: readonly RoutingEvent[]
  readonly workItems: ReadonlyMap<string, OwnedWorkItem>
  readonly messages: ReadonlyMap<string, StoredMessage>
  /** Where items were before these events, for those that are known. */
  readonly previousPlaces: ReadonlyMap<string, Place>
}

/** Events as frames: the views are made once, the texts once for each way of seeing them. */
export async function makeFrames(
  { events, workItems, messages, previousPlaces }: Told,
  services: Services,
): Promise<Frame[]> {
  await services.scopes.refresh()
  const views = new Map<string, WorkItemView>()
  for (const view of await viewWholeWorkItems([...workItems.values()], services)) views.set(view.id, view)
  const textOf = createItemTexts()
  return events.map((event) => {
    const item = event.workItem === null ? null : (workItems.get(event.workItem) ?? null)
    const view = item === null ? null : (views.get(item.id) ?? null)
    const previousPlace = item === null ? null : (previousPlaces.get(item.id) ?? null)
    const said = event.type === 'workItem.messageAdded' ? (messages.get(event.message) ?? null) : null
    const whole = lazyText(() => frameText(event, textOf(view), said))
    const bare = lazyText(() => frameText(event, textOf(null), null))
    return {
      sequence: event.sequence,
      textFor: (caller) => {
        const sight = sightOf({ event, item, previousPlace }, caller, services)
        if (sight === 'nothing') return null
        if (sight === 'eventOnly') return bare()
        const shown = view === null || item === null ? null : asShownTo(caller, view, item)
        // Few monitor, and few see an item that is monitored: what they see is written for each of them.
        return shown === view ? whole() : frameText(event, JSON.stringify(shown), said)
      },
    }
  })
}

function lazyText(make: () => string): () => string {
  let text: string | null = null
  return () => {
    text ??= make()
    return text
  }
}

/** Items as JSON, each written once for all events of a batch. */
function createItemTexts(): (view: WorkItemView | null) => string {
  const texts = new Map<WorkItemView | null, string>()
  return (view) => {
    const text = texts.get(view) ?? JSON.stringify(view)
    texts.set(view, text)
    return text
  }
}

function frameText(event: RoutingEvent, workItem: string, said: StoredMessage | null): string {
  const message: LiveEvent['message'] = said === null ? null : viewMessage(said, nothingReceived)
  const shown: LiveEvent['event'] = viewEvent(event)
  const data = `{"event":${JSON.stringify(shown)},"workItem":${workItem},"message":${JSON.stringify(message)}}`
  return eventText({ id: event.sequence, name: event.type, data })
}

/** A signal has no id, so it moves no reader's position. */
export function signalText(signal: LiveSignal): string {
  return `event: ${liveSignalEvent}\ndata: ${JSON.stringify(signal)}\n\n`
}

/** One server-sent event. JSON has no line breaks, so its data is one line. */
export function eventText({ id, name, data }: { id: number; name: string; data: string }): string {
  return `id: ${id}\nevent: ${name}\ndata: ${data}\n\n`
}
