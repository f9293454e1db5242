import type {
  Announcement,
  Command,
  Context,
  Decision,
  RepresentativeState,
  RoutingEvent,
  WorkItem,
} from '@unified-routing/routing'
import type { AuditRow } from '../store/audit-log.ts'
import type { BatchWrites, KeptAnswer, NewMessage } from '../store/commit-batch.ts'
import type { NewConfiguration } from '../store/configuration-versions.ts'
import type { OwnedWorkItem } from '../store/owned-work-item.ts'
import type { StoredMessage } from '../store/reads.ts'
import { businessUnitOfWork } from './business-unit-of-work.ts'
import type { Announce } from './engine-options.ts'
import type { OperationAnswer } from './operations.ts'
import type { Prefetched } from './prefetch.ts'
import type { RowOverlay } from './row-overlay.ts'
import { ruleUsesOf } from './rule-uses.ts'
import type { ConfigurationInForce, Term } from './term.ts'

/** Where one batch is decided: it passes commands to the router and collects all that has to be stored. */
export class BatchDesk {
  readonly term: Term
  readonly context: Context
  readonly rows: RowOverlay
  readonly events: RoutingEvent[] = []
  readonly messages: NewMessage[] = []
  readonly answers: KeptAnswer[] = []
  readonly configurations: NewConfiguration[] = []
  readonly audit: AuditRow[] = []
  /** In force for the next operation. */
  configuration: ConfigurationInForce
  readonly #takenMessageIds: Set<string>
  readonly #workItems = new Map<string, OwnedWorkItem>()
  /** Record items whose business unit this batch has set. */
  readonly #recordUnits = new Map<string, string>()
  /** The router's own, as they are when the batch is laid out. */
  readonly #representatives = new Map<string, RepresentativeState>()
  readonly #memory = new Map<string, unknown>()

  constructor(
    term: Term,
    context: Context,
    { rows, takenMessageIds, announce }: Prefetched & { readonly announce?: Announce | undefined },
  ) {
    this.term = term
    this.context = announce === undefined ? context : { ...context, say: (what) => this.#say(announce, what) }
    this.rows = rows
    this.#takenMessageIds = new Set(takenMessageIds)
    this.configuration = term.configuration
  }

  decide(command: Command): Decision {
    const decision = this.term.router.decide(command, this.context)
    for (const event of decision.events) this.events.push(event)
    const changes = this.term.router.takeChanges()
    for (const item of changes.workItems) this.#workItems.set(item.id, this.#owned(item))
    for (const state of changes.representatives) this.#representatives.set(state.name, state)
    for (const [key, value] of changes.memory) this.#memory.set(key, value)
    return decision
  }

  /** What is said by itself is stored with the decision that it tells of. */
  #say(announce: Announce, announcement: Announcement): ReturnType<NonNullable<Context['say']>> {
    const said = announce(announcement, this.configuration.document)
    if (said === null) return null
    const { text, isForCustomer } = said
    const kind = isForCustomer ? 'message' : 'note'
    const id = this.context.newId()
    const { item, number } = announcement
    const rest = { from: 'system', author: null, attachments: [], channelData: null } as const
    this.messages.push({ id, workItem: item.id, number, kind, text, ...rest })
    return { message: id, kind }
  }

  /** False when a message has this id already, stored or in this batch. */
  takeMessageId(id: string): boolean {
    if (this.#takenMessageIds.has(id)) return false
    this.#takenMessageIds.add(id)
    return true
  }

  /** A copy of the work item as it is now; also when it was closed in this batch. The last one that the router gave is as it
   * is now. */
  workItem(id: string | null): WorkItem | null {
    if (id === null) return null
    return this.#workItems.get(id) ?? this.term.router.workItem(id)
  }

  done(parts: Partial<Extract<OperationAnswer, { status: 'done' }>>): OperationAnswer {
    return {
      status: 'done',
      workItem: null,
      row: null,
      configurationVersion: null,
      sequence: this.term.router.sequence(),
      ...parts,
    }
  }

  /** Puts the open item of a record into the business unit of the record. */
  moveRecordItem(item: WorkItem, businessUnit: string): void {
    if (this.#businessUnitOf(item) === businessUnit) return
    this.#recordUnits.set(item.id, businessUnit)
    this.storeAgain(item.id)
  }

  /** What is stored beside an item may have changed although the item has not. */
  storeAgain(id: string): void {
    const item = this.workItem(id)
    if (item !== null) this.#workItems.set(id, this.#owned(item))
  }

  /** A copy, with what is stored beside the item: the router goes on changing its own. */
  #owned(item: WorkItem): OwnedWorkItem {
    return { ...item, businessUnit: this.#businessUnitOf(item) }
  }

  #businessUnitOf(item: WorkItem): string {
    const { businessUnits: representatives } = this.configuration
    const own = this.#recordUnits.has(item.id) ? this.#recordUnits : this.term.recordUnits
    return businessUnitOfWork(item, { records: own, representatives })
  }

  /** What was said in the batch, by id. */
  newMessages(): ReadonlyMap<string, StoredMessage> {
    const at = this.context.now
    return new Map(this.messages.map((message) => [message.id, { ...message, at }]))
  }

  writes(): BatchWrites {
    const { router, routingEnabled, trails } = this.term
    return {
      events: this.events,
      trails,
      workItems: [...this.#workItems.values()],
      representatives: [...this.#representatives.values()],
      memory: [...this.#memory].map(([key, value]) => ({ key, value })),
      ...this.rows.changes(),
      messages: this.messages,
      answers: this.answers,
      configurations: this.configurations,
      audit: this.audit,
      ruleUses: ruleUsesOf(this.events, this.#workItems, this.configuration.dateOf(this.context.now)),
      routingEnabled: router.routingEnabled() === routingEnabled ? null : router.routingEnabled(),
    }
  }
}
