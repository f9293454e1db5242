import type { Command, Context } from '../src/command.ts'
import type { Configuration } from '../src/configuration/document.ts'
import { createRouter } from '../src/create-router.ts'
import type { EventType, RoutingEvent } from '../src/event.ts'
import type { Calendars } from '../src/hours/calendar.ts'
import type { Decision, Router, RouterState } from '../src/router.ts'
import type { Actor, Instant, Literal } from '../src/vocabulary.ts'
import type { Row, WorkItem } from '../src/work-item.ts'

/** 2026-03-02T09:00:00Z, a Monday. */
export const START: Instant = 1_772_442_000_000
export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type WithoutActor<Each> = Each extends Command ? Omit<Each, 'actor'> : never
/** A command; the actor is an administrator unless the test says otherwise. */
export type TestCommand = WithoutActor<Command> & { readonly actor?: Actor }

const administrator: Actor = { kind: 'administrator', name: 'test' }

const alwaysOpen: Calendars = { horizon: { from: START - DAY, to: START + 60 * DAY }, hours: {}, midnights: [] }

/** A router with a clock, a journal and a store of its own, for tests. */
export interface TestRouter {
  now(): Instant
  /** Lets time pass; what falls due happens. */
  pass(ms: number): void
  /** Lets time pass unnoticed, as it does while the server is down. */
  wait(ms: number): void
  /** Carries a command out and fails the test when it is refused. */
  do(command: TestCommand): Decision
  /** Carries a command out that may be refused: its code, or null. */
  try(command: TestCommand): string | null
  /** `workItem` is the record's id unless it is routed again. */
  routeRecord(id: string, values?: Record<string, Literal>, workItem?: string): Decision
  startConversation(id: string, workstream: string, customer?: string | null): Decision
  /** A conversation that the bot Robo has first. */
  startWithBot(id: string, workstream: string, customer?: string | null): Decision
  item(id: string): WorkItem | null
  closedItem(id: string): WorkItem | undefined
  /** Who has it, by offer or in work. */
  holder(id: string): string | null
  representative: Router['representative']
  router(): Router
  /** The configuration in force. */
  configuration(): Configuration
  journal(): readonly RoutingEvent[]
  events<Type extends EventType>(type: Type, workItem?: string): Extract<RoutingEvent, { type: Type }>[]
  /** Who was offered or assigned the item, in order. */
  path(workItem: string): string[]
  /** Forgets the router and builds it again from what it told the store. */
  recover(): void
  state(): RouterState
}

export function startTestRouter(
  configuration: Configuration,
  calendars: Calendars = alwaysOpen,
  say?: Context['say'],
): TestRouter {
  let now = START
  let nextId = 0
  const journal: RoutingEvent[] = []
  const store = createTestStore()
  let latest = { configuration, calendars, version: 1 }
  let router = createRouter({ configuration, calendars, configurationVersion: 1 })

  const decide = (command: TestCommand): Decision => {
    const given = { now, random: () => 0.5, newId: () => `session-${++nextId}` }
    const context = say === undefined ? given : { ...given, say }
    const decision = router.decide({ actor: administrator, ...command }, context)
    journal.push(...decision.events)
    store.write(router)
    if (command.type === 'configure') latest = command
    if (command.type === 'setRouting') store.setRouting(command.enabled)
    return decision
  }
  const insist = (command: TestCommand): Decision => {
    const decision = decide(command)
    if (!decision.accepted) throw new Error(`${decision.refusal.code}: ${decision.refusal.message}`)
    return decision
  }

  return {
    ...readJournal(journal),
    now: () => now,
    pass: (ms) => {
      now += ms
      decide({ type: 'tick' })
    },
    wait: (ms) => {
      now += ms
    },
    do: insist,
    try: (command) => {
      const decision = decide(command)
      return decision.accepted ? null : decision.refusal.code
    },
    routeRecord: (id, values = {}, workItem = id) => {
      const row: Row = { table: 'case', id, values, active: true }
      store.rows.set(`case/${id}`, row)
      return insist({ type: 'routeRecord', workItem, record: { table: 'case', id }, rows: [row] })
    },
    startConversation: (id, workstream, customer = null) =>
      insist({ type: 'startConversation', workItem: id, workstream, customer, context: {}, message: null, rows: [] }),
    startWithBot: (workItem, workstream, customer = null) => {
      const given = { workItem, workstream, customer, context: {}, message: null, rows: [] }
      return insist({ type: 'startConversation', ...given, bot: 'Robo' })
    },
    item: (id) => router.workItem(id),
    closedItem: (id) => store.workItems.get(id),
    holder: (id) => router.workItem(id)?.session?.representative ?? null,
    representative: (name) => router.representative(name),
    router: () => router,
    configuration: () => latest.configuration,
    recover: () => {
      const { version: configurationVersion, ...settings } = latest
      const state = store.state(router.sequence())
      router = createRouter({ ...settings, configurationVersion, state, rows: [...store.rows.values()] })
    },
    state: () => store.state(router.sequence()),
  }
}

function readJournal(journal: readonly RoutingEvent[]): Pick<TestRouter, 'journal' | 'events' | 'path'> {
  return {
    journal: () => journal,
    events: (type, workItem) =>
      journal.filter(
        (event): event is Extract<RoutingEvent, { type: typeof type }> =>
          event.type === type && (workItem === undefined || event.workItem === workItem),
      ),
    path: (workItem) =>
      journal.flatMap((event) =>
        event.workItem === workItem && (event.type === 'workItem.offered' || event.type === 'workItem.assigned')
          ? [event.representative ?? '']
          : [],
      ),
  }
}

/** What the store would hold: rows by key, as the router's changes wrote them. */
function createTestStore() {
  const workItems = new Map<string, WorkItem>()
  const representatives = new Map<string, RouterState['representatives'][number]>()
  const memory = new Map<string, unknown>()
  const rows = new Map<string, Row>()
  let routingEnabled = true
  return {
    workItems,
    rows,
    setRouting: (enabled: boolean) => {
      routingEnabled = enabled
    },
    write: (router: Router) => {
      const changes = structuredClone(router.takeChanges())
      for (const item of changes.workItems) workItems.set(item.id, item)
      for (const state of changes.representatives) representatives.set(state.name, state)
      for (const [key, value] of changes.memory) {
        if (value === null) memory.delete(key)
        else memory.set(key, value)
      }
    },
    state: (sequence: number): RouterState => ({
      sequence,
      routingEnabled,
      workItems: structuredClone([...workItems.values()].filter(({ state }) => state !== 'Closed')),
      representatives: structuredClone([...representatives.values()]),
      memory: structuredClone(Array.from(memory, ([key, value]) => ({ key, value }))),
    }),
  }
}
