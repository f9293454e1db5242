import type { EventBody, RoutingEvent } from '@unified-routing/routing'

/** The figures of a journal, counted the slow and simple way: item by item, looking back over all of its events once
 * they are known. It shares no code with the counter of the server, whose figures must be the same.
 *
 * Shape:  sums by "minutes from queue representative channel", without those that are zero. */
export function naiveFigures(
  events: readonly RoutingEvent[],
  channelOf: (workItem: string, workstream: string) => string,
): Record<string, Record<string, number>> {
  const sums: Sums = {}
  const items = Map.groupBy(
    events.filter((event) => event.workItem !== null),
    (event) => event.workItem ?? '',
  )
  for (const [id, own] of items) {
    const [created] = ofType(own, 'workItem.created')
    if (created === undefined) continue
    const channel = created.kind === 'record' ? 'record' : channelOf(id, created.workstream)
    countItem({ sums, own, channel, isConversation: created.kind === 'conversation', createdAt: created.at })
  }
  return sums
}

type Sums = Record<string, Record<string, number>>
type OfType<Type extends EventBody['type']> = Extract<RoutingEvent, { readonly type: Type }>

interface Item {
  readonly sums: Sums
  readonly own: readonly RoutingEvent[]
  readonly channel: string
  readonly isConversation: boolean
  readonly createdAt: number
}

const limits = [10, 20, 30, 40, 60, 120, 300, 900, 3_600, 14_400, 86_400]
const transfers = [
  'AgentTransferred',
  'AgentTransferToQueue',
  'QueueTransfer',
  'SupervisorAssignToQueue',
  'SupervisorTransferToAgent',
]

function ofType<Type extends EventBody['type']>(events: readonly RoutingEvent[], type: Type): OfType<Type>[] {
  return events.filter((event): event is OfType<Type> => event.type === type)
}

function countItem(item: Item): void {
  const { own, createdAt } = item
  put(item, { at: createdAt, queue: ofType(own, 'workItem.created')[0]?.queue ?? null }, { created: 1 })
  for (const event of ofType(own, 'workItem.offered')) put(item, event, { offers: 1 })
  for (const type of ['workItem.declined', 'workItem.offerWithdrawn'] as const)
    for (const event of ofType(own, type)) {
      if (event.reason === 'AgentReject') put(item, event, { rejected: 1 })
      if (event.reason === 'AgentTimeout') put(item, event, { missed: 1 })
    }
  for (const event of ofType(own, 'workItem.overflowed'))
    if (event.trigger !== 'transfer') put(item, { ...event, representative: null }, { overflowed: 1 })
  for (const event of closings(own)) put(item, event, { closed: 1, lifetimeMs: event.at - createdAt })
  countStays(item)
  countSessions(item)
}

function closings(own: readonly RoutingEvent[]): OfType<'workItem.stateChanged'>[] {
  return ofType(own, 'workItem.stateChanged').filter(({ to }) => to === 'Closed')
}

/** Each stay from its beginning to whatever came first: an answer, the end, or the next stay. */
function countStays(item: Item): void {
  const { own, isConversation } = item
  const begins = own.filter((event, index) => event.type === 'workItem.queued' && !continues(own, index))
  for (const begin of begins) {
    put(item, begin, { entered: 1 })
    const later = own.filter(({ sequence }) => sequence > begin.sequence)
    const end = later.find((event) => isAnswer(event) || isEnd(event) || begins.includes(event))
    if (end === undefined) continue
    const waitMs = end.at - begin.at
    if (isAnswer(end)) {
      const kept = Object.fromEntries(
        limits.filter((limit) => waitMs <= limit * 1_000).map((limit) => [`within${limit}`, 1]),
      )
      put(item, end, { answered: 1, answeredConversations: isConversation ? 1 : 0, waitMs, ...kept })
      putLongest(item, end, waitMs)
    } else if (isEnd(end) && isConversation) put(item, end, { abandoned: 1, abandonedMs: waitMs })
  }
}

function isAnswer({ type }: RoutingEvent): boolean {
  return type === 'workItem.assigned' || type === 'workItem.accepted'
}

function isEnd(event: RoutingEvent): boolean {
  return event.type === 'workItem.stateChanged' && event.to === 'Closed'
}

/** Whether it came back from an offer into the queue where it waits already. */
function continues(own: readonly RoutingEvent[], index: number): boolean {
  const event = own[index]
  if (event?.type !== 'workItem.queued' || event.reason !== 'returned') return false
  const before = own.slice(0, index)
  const queued = before.findLast(({ type }) => type === 'workItem.queued')
  const answered = before.findLast(isAnswer)
  return queued?.queue === event.queue && (answered === undefined || answered.sequence < queued.sequence)
}

function countSessions(item: Item): void {
  const { own } = item
  for (const end of ofType(own, 'workItem.sessionClosed')) {
    const begin = own.find((event) => isAnswer(event) && 'session' in event && event.session === end.session)
    if (begin === undefined) continue
    const place = { at: end.at, queue: begin.queue, representative: begin.representative }
    put(item, place, {
      handled: 1,
      handledMs: end.at - begin.at,
      transferred: transfers.includes(end.reason) ? 1 : 0,
    })
    const next = own.find(
      ({ sequence, type }) =>
        sequence > end.sequence && (type === 'workItem.sessionClosed' || type === 'workItem.stateChanged'),
    )
    if (next?.type !== 'workItem.stateChanged' || next.to !== 'Wrap-up') continue
    const over = ofType(own, 'workItem.stateChanged').find(
      ({ from, sequence }) => from === 'Wrap-up' && sequence > next.sequence,
    )
    if (over !== undefined) put(item, { ...place, at: over.at }, { wrapUps: 1, wrapUpMs: over.at - next.at })
  }
}

interface Place {
  readonly at: number
  readonly queue: string | null
  readonly representative?: string | null
}

function keysOf({ channel }: Item, { at, queue, representative = null }: Place): string[] {
  const key = (minutes: number, who: string) =>
    [minutes, Math.floor(at / (minutes * 60_000)) * minutes * 60_000, queue ?? '', who, channel].join(' ')
  return representative === null ? [key(15, '')] : [key(15, ''), key(30, representative)]
}

function put(item: Item, place: Place, more: Readonly<Record<string, number>>): void {
  for (const key of keysOf(item, place)) {
    const sums = item.sums[key] ?? {}
    for (const [name, value] of Object.entries(more)) if (value !== 0) sums[name] = (sums[name] ?? 0) + value
    item.sums[key] = sums
  }
}

function putLongest(item: Item, place: Place, waitMs: number): void {
  if (waitMs === 0) return
  for (const key of keysOf(item, place)) {
    const sums = item.sums[key] ?? {}
    sums.longestWaitMs = Math.max(sums.longestWaitMs ?? 0, waitMs)
    item.sums[key] = sums
  }
}
