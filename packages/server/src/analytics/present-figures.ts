import type { PresentMetricId } from '@unified-routing/contract'
import {
  type BasePresence,
  engagedBot,
  type QueueName,
  type RepresentativeName,
  type WorkItem,
} from '@unified-routing/routing'

export type PresentFigures = Readonly<Record<PresentMetricId, number>>

/** The work and the people of a queue, or of all, as they are now. */
export interface Present {
  readonly figures: PresentFigures
  /** When the work that waits longest came to its queue; null: nothing waits. */
  readonly longestWaitSince: number | null
}

interface PresentPerson {
  readonly signedIn: boolean
  readonly basePresence: BasePresence
}

export interface PresentInput {
  readonly now: number
  /** Work that is not closed, and that the asker may see. */
  readonly items: Iterable<WorkItem>
  readonly isBeyondAll: (item: WorkItem) => boolean
  readonly queues: Iterable<{ readonly name: QueueName; readonly members: readonly RepresentativeName[] }>
  readonly person: (name: RepresentativeName) => PresentPerson | null
  /** Of everybody, whatever their queues. */
  readonly people: Iterable<RepresentativeName>
}

/** What the figures of the present count: of each queue, and of all. */
export function presentFigures(input: PresentInput): {
  readonly ofQueue: ReadonlyMap<QueueName, Present>
  readonly ofAll: Present
} {
  const queues = new Map([...input.queues].map(({ name, members }) => [name, new Tally(members)]))
  const all = new Tally(input.people)
  for (const item of input.items) {
    const isBeyondAll = isWaiting(item) && input.isBeyondAll(item)
    all.add(item, isBeyondAll)
    if (item.queue !== null) queues.get(item.queue)?.add(item, isBeyondAll)
  }
  return {
    ofQueue: new Map([...queues].map(([name, tally]) => [name, tally.present(input)])),
    ofAll: all.present(input),
  }
}

/** Open and offered to nobody. */
function isWaiting({ state, session }: WorkItem): boolean {
  return state === 'Open' && session === null
}

class Tally {
  readonly #people: Iterable<RepresentativeName>
  readonly #counts = { waiting: 0, nobodyCanTake: 0, offered: 0, active: 0, withBot: 0, paused: 0, wrapUp: 0 }
  #since: number | null = null

  constructor(people: Iterable<RepresentativeName>) {
    this.#people = people
  }

  add(item: WorkItem, isBeyondAll: boolean): void {
    const figure = figureOf(item)
    if (figure === null) return
    this.#counts[figure] += 1
    if (isBeyondAll) this.#counts.nobodyCanTake += 1
    if (figure !== 'waiting' && figure !== 'offered') return
    const since = item.queuedAt ?? item.waitStartedAt
    this.#since = Math.min(this.#since ?? since, since)
  }

  present({ now, person }: Pick<PresentInput, 'now' | 'person'>): Present {
    const presences = { available: 0, busy: 0, away: 0 }
    for (const name of this.#people) {
      const present = person(name)
      const presence = present?.signedIn ? presenceFigures[present.basePresence] : null
      if (presence !== null) presences[presence] += 1
    }
    const longestWait = this.#since === null ? 0 : Math.max(0, now - this.#since)
    return { figures: { ...this.#counts, ...presences, longestWait }, longestWaitSince: this.#since }
  }
}

const presenceFigures = {
  Available: 'available',
  Busy: 'busy',
  'Busy - DND': 'busy',
  Away: 'away',
  Offline: null,
} as const satisfies Readonly<Record<BasePresence, PresentMetricId | null>>

function figureOf(item: WorkItem): 'waiting' | 'offered' | 'active' | 'withBot' | 'paused' | 'wrapUp' | null {
  switch (item.state) {
    case 'Open':
      return 'waiting'
    case 'Active':
      if (engagedBot(item) !== null) return 'withBot'
      return item.session !== null && item.session.acceptedAt === null ? 'offered' : 'active'
    case 'Waiting':
      return 'paused'
    case 'Wrap-up':
      return 'wrapUp'
    case 'Closed':
      return null
  }
}
