import type { Command } from '../../src/command.ts'
import type { Configuration } from '../../src/configuration/document.ts'
import { createRouter } from '../../src/create-router.ts'
import type { RoutingEvent } from '../../src/event.ts'
import type { Calendars } from '../../src/hours/calendar.ts'
import type { Decision, Router } from '../../src/router.ts'
import { type DurationMs, type Instant, systemActor } from '../../src/vocabulary.ts'
import type { Row, WorkItem } from '../../src/work-item.ts'
import { createRandom } from '../random.ts'
import type { Problem } from '../scenario/fields.ts'
import { Agenda } from './agenda.ts'
import { WorldData } from './data.ts'
import { GeneratedWork } from './generated-work.ts'
import { Ledger } from './ledger.ts'
import { Names } from './names.ts'

/** Timers that keep being due at one instant are a defect of the router; this many in a row end the run. */
const TICKS_PER_INSTANT_MAX = 100_000

/** The router copies what has changed when asked; asking seldom copies little. */
const DECISIONS_PER_TAKE = 10_000

/** What the world does by itself when its time has come. */
export type Job = (world: World) => void

/** What needs time-zone data, which lives outside of the pure packages. */
export interface Zones {
  /** Zones of a document that do not exist. */
  readonly problemsOf: (configuration: Configuration) => readonly Problem[]
  /** Opening hours as intervals; asked again whenever the configuration changes. */
  readonly calendarsOf: (configuration: Configuration) => Calendars
}

export interface WorldOptions {
  readonly configuration: Configuration
  readonly start: Instant
  readonly seed: number
  readonly zones: Zones
  readonly onEvent: (event: RoutingEvent) => void
  /** Closed items that are asked about later; the others are forgotten, so that a million fit. */
  readonly isRemembered: (name: string) => boolean
}

export interface ConfigurationChange {
  readonly configuration: Configuration
  readonly calendars: Calendars
  readonly version: number
  readonly rows: readonly Row[]
}

/** The virtual world around the production router: a clock, data rows, people who work, and a memory of what happened. */
export class World {
  readonly seed: number
  readonly data: WorldData
  readonly names = new Names()
  readonly generated = new GeneratedWork()
  readonly ledger = new Ledger()
  readonly agenda = new Agenda<Job>()
  readonly router: Router
  configuration: Configuration
  configurationVersion = 1
  calendars: Calendars
  now: Instant
  readonly #options: WorldOptions
  readonly #random: () => number
  readonly #closed = new Map<string, WorkItem>()
  /** What people do at once in answer to an event. */
  readonly #reactions: Job[] = []
  #idCount = 0
  readonly #newId = () => `session-${++this.#idCount}`
  #decisionsNotTaken = 0

  constructor(options: WorldOptions) {
    this.#options = options
    this.seed = options.seed
    this.now = options.start
    this.configuration = options.configuration
    this.calendars = options.zones.calendarsOf(options.configuration)
    this.data = new WorldData(options.configuration)
    this.#random = createRandom(options.seed, 'router')
    this.router = createRouter({
      configuration: options.configuration,
      calendars: this.calendars,
      configurationVersion: this.configurationVersion,
    })
    if (!this.router.routingEnabled()) this.decide({ type: 'setRouting', enabled: true, actor: systemActor })
  }

  zones(): Zones {
    return this.#options.zones
  }

  /** Takes over a document that the router has accepted. */
  useConfiguration(change: ConfigurationChange): void {
    this.configuration = change.configuration
    this.calendars = change.calendars
    this.configurationVersion = change.version
    this.data.useCatalogOf(change.configuration)
    for (const row of change.rows) this.data.put(row)
  }

  /** One command at this instant, and all that people do at once in answer. */
  carryOut(command: Command): Decision {
    const decision = this.decide(command)
    this.#react()
    return decision
  }

  /** Lets time pass: timers of the router and jobs of the world happen at their instants, timers first. */
  advanceTo(target: Instant): void {
    let ticks = 0
    for (;;) {
      const timerAt = this.router.wakeAt() ?? Number.POSITIVE_INFINITY
      const jobAt = this.agenda.nextAt() ?? Number.POSITIVE_INFINITY
      const next = Math.min(timerAt, jobAt)
      if (next > target) break
      ticks = next <= this.now ? ticks + 1 : 0
      this.now = Math.max(this.now, next)
      if (timerAt <= jobAt) {
        if (ticks > TICKS_PER_INSTANT_MAX) throw new Error(`The router's timers never end at ${this.now}.`)
        this.carryOut({ type: 'tick', actor: systemActor })
      } else {
        this.agenda.take()?.(this)
        this.#react()
      }
    }
    this.now = target
  }

  /** Does something once the present command is decided, at the same instant. */
  soon(job: Job): void {
    this.#reactions.push(job)
  }

  /** The work item that a name of the scenario stands for now: of a record, the last one. */
  workItem(name: string): WorkItem | null {
    const id = this.names.workItemOf(name)
    const open = this.router.workItem(id)
    if (open !== null || !this.#options.isRemembered(name)) return open
    this.#takeChanges()
    return this.#closed.get(id) ?? null
  }

  decide(command: Command): Decision {
    const decision = this.router.decide(command, { now: this.now, random: this.#random, newId: this.#newId })
    for (const event of decision.events) {
      const item = event.workItem === null ? undefined : this.generated.open(event.workItem)
      this.ledger.record(event, item)
      this.#options.onEvent(event)
      if (item === undefined) continue
      if (item.handlingMs !== null) this.#answer(event, item.handlingMs)
      if (event.type === 'workItem.stateChanged' && event.to === 'Closed') this.generated.closed(item.id)
    }
    if (++this.#decisionsNotTaken >= DECISIONS_PER_TAKE) this.#takeChanges()
    return decision
  }

  /** Whoever gets generated work with a handling time accepts at once, works, and closes. */
  #answer(event: RoutingEvent, handlingMs: DurationMs): void {
    const { type, workItem, representative } = event
    if (workItem === null || representative === null) return
    if (type === 'workItem.offered')
      this.soon((world) =>
        world.decide({
          type: 'accept',
          workItem,
          representative,
          actor: { kind: 'representative', name: representative },
        }),
      )
    if (type === 'workItem.assigned' || type === 'workItem.accepted') {
      const { session } = event
      this.agenda.add(this.now + handlingMs, (world) => world.#finish(workItem, session))
    }
  }

  /** Ends generated work, unless somebody else has it by now. */
  #finish(workItem: string, session: string): void {
    const item = this.generated.open(workItem)
    const last = item?.work.at(-1)
    if (item === undefined || last?.session !== session || last.to !== null) return
    const { representative } = last
    const actor = { kind: 'representative', name: representative } as const
    if (item.table !== null) {
      const record = { table: item.table, id: item.id }
      const row = this.data.row(record.table, record.id)
      if (row !== undefined) this.data.put({ ...row, active: false })
      this.decide({ type: 'completeRecord', record, actor })
      return
    }
    this.decide({ type: 'endConversation', workItem, representative, actor })
    this.decide({ type: 'closeSession', workItem, representative, actor })
  }

  #react(): void {
    for (let job = this.#reactions.shift(); job !== undefined; job = this.#reactions.shift()) job(this)
  }

  /** Items that have ended are handed out once, with the changes. */
  #takeChanges(): void {
    this.#decisionsNotTaken = 0
    for (const item of this.router.takeChanges().workItems)
      if (item.state === 'Closed' && this.#options.isRemembered(this.names.nameOf(item.id)))
        this.#closed.set(item.id, item)
  }
}
