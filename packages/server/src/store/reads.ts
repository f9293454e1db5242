import type {
  Channel,
  Instant,
  Literal,
  MessageKind,
  MessageSender,
  QueueName,
  RepresentativeName,
  RepresentativeState,
  RoutingEvent,
  RowKey,
  WorkItemId,
  WorkItemState,
} from '@unified-routing/routing'
import type { OwnedWorkItem } from './owned-work-item.ts'
import type { RowReach, WorkReach } from './reach.ts'
import type { RuleUsage, RuleUsageQuery } from './rule-usage.ts'
import type { VersionedRow } from './versioned-row.ts'

/** A row with the open work item that carries it; null when it is not being routed or worked. */
export interface StoredRow extends VersionedRow {
  readonly workItem: WorkItemId | null
}

export interface StoredMessage {
  readonly id: string
  readonly workItem: WorkItemId
  /** From 1 in its conversation, notes included. */
  readonly number: number
  readonly from: MessageSender
  /** The representative or bot who wrote it; null for customers and automated messages. */
  readonly author: string | null
  readonly kind: MessageKind
  readonly text: string
  readonly attachments: readonly StoredAttachment[]
  /** What its channel adds. */
  readonly channelData: ChannelData | null
  readonly at: Instant
}

/** What a channel keeps with a message for its own clients. Plain JSON. */
export type ChannelData = Readonly<Record<string, unknown>>

/** What a message tells of a file that goes with it. */
export interface StoredAttachment {
  readonly id: string
  readonly name: string
  readonly contentType: string
  readonly bytes: number
}

/** How far messages got: the number of the last one that reached the customer, and of the last that they have read. */
export interface Receipt {
  readonly delivered: number
  readonly read: number
}

export interface MessagesQuery {
  readonly workItem: WorkItemId
  /** Number of the last message of the page before; 0: from the beginning. */
  readonly after: number
  readonly limit: number
}

export type RowFilterOperator =
  | 'eq'
  | 'ne'
  | 'gt'
  | 'ge'
  | 'lt'
  | 'le'
  | 'contains'
  | 'beginsWith'
  | 'in'
  | 'hasData'
  | 'noData'

/** What a column holds, so that it compares as that. dateTime columns hold ISO strings. */
export type RowFieldType = 'text' | 'number' | 'boolean'

/** A column of `values`, or one that every row has. */
export type RowField =
  | { readonly kind: 'value'; readonly column: string; readonly type: RowFieldType }
  | { readonly kind: 'own'; readonly column: 'id' | 'active' | 'createdAt' | 'changedAt' }

export interface RowFilter {
  readonly field: RowField
  readonly operator: RowFilterOperator
  /** One value; several for `in`; none for hasData and noData. createdAt and changedAt: instants. */
  readonly values: readonly (string | number | boolean)[]
}

/** Where a page ended: the sort value of its last row (null sorts last in either direction), and that row's id. */
export interface PageEnd {
  readonly value: Literal
  readonly id: string
}

export interface RowsQuery {
  readonly table: string
  readonly filters: readonly RowFilter[]
  /** Ties end in the id, in the same direction. */
  readonly sort: { readonly field: RowField; readonly descending: boolean }
  readonly after: PageEnd | null
  readonly limit: number
  /** Null: every row. */
  readonly reach: RowReach | null
}

export interface WorkItemsQuery {
  /** Null: any. */
  readonly states: readonly WorkItemState[] | null
  readonly queue: QueueName | null
  /** Whoever has it or is asked; absent or null: anybody, or nobody. */
  readonly holder?: RepresentativeName | null
  readonly channel?: Channel | null
  /** Items whose open session, offers included, is theirs, or about which they are consulted. */
  readonly heldBy: RepresentativeName | null
  /** Items that they had last. */
  readonly lastRepresentative: RepresentativeName | null
  /** Items for this contact. */
  readonly customer: string | null
  /** Items whose sort value is not before; null: all. */
  readonly since: Instant | null
  /** Only those that are reached; null: all. */
  readonly visibleTo: WorkReach | null
  readonly sort: { readonly by: 'createdAt' | 'changedAt' | 'queuedAt'; readonly descending: boolean }
  readonly after: PageEnd | null
  readonly limit: number
}

/** What a list of work items is about, however it is sorted and cut into pages. */
export type WorkItemsScope = Omit<WorkItemsQuery, 'sort' | 'since' | 'after' | 'limit'>

export interface UnreadWorkItem {
  readonly workItem: WorkItemId
  readonly count: number
}

/** What the edge reads from the store. Committed state only; every list is bounded by its `limit`. */
export interface Reads {
  /** Null: there is none that is reached. A reach of null is that of everything. */
  row(key: RowKey, reach: RowReach | null): Promise<StoredRow | null>
  /** How often rules applied. */
  ruleUsage(query: RuleUsageQuery): Promise<readonly RuleUsage[]>
  rows(query: RowsQuery): Promise<readonly StoredRow[]>
  /** Those that exist and are reached, in any order. At most 1,000 keys. */
  rowsByKey(keys: readonly RowKey[], reach: RowReach | null): Promise<readonly VersionedRow[]>
  /** As `rowsByKey`, each with its open work item. */
  storedRowsByKey(keys: readonly RowKey[], reach: RowReach | null): Promise<readonly StoredRow[]>

  workItem(id: WorkItemId): Promise<OwnedWorkItem | null>
  workItems(query: WorkItemsQuery): Promise<readonly OwnedWorkItem[]>
  /** How many there are, counted up to `countMax`; of those changed since, when that is given. */
  workItemCount(query: WorkItemsScope & { changedSince: Instant | null; countMax: number }): Promise<number>
  /** What somebody works on with how much of it they have not read. Read items are left out. */
  unreadWorkItems(query: { representative: RepresentativeName; countMax: number }): Promise<readonly UnreadWorkItem[]>
  /** Those that exist, in any order. At most 1,000 ids. */
  workItemsById(ids: readonly WorkItemId[]): Promise<readonly OwnedWorkItem[]>

  /** Oldest first, notes included. */
  messages(query: MessagesQuery): Promise<readonly StoredMessage[]>
  /** Those that exist, in any order. */
  messagesById(ids: readonly string[]): Promise<readonly StoredMessage[]>
  message(id: string): Promise<StoredMessage | null>
  /** The last internal notes of each conversation, the oldest of them first. */
  lastNotes(query: { workItems: readonly WorkItemId[]; perItem: number }): Promise<readonly StoredMessage[]>
  receipt(workItem: WorkItemId): Promise<Receipt>

  /** Events after a sequence, in order; of one item, or of all. */
  journal(query: { workItem: WorkItemId | null; after: number; limit: number }): Promise<readonly RoutingEvent[]>
  /** For servers that do not route: people as they were last committed. */
  representatives(): Promise<readonly RepresentativeState[]>
  routingEnabled(): Promise<boolean>
  /** `drains`: off, but open work is still given out. */
  routing(): Promise<{ readonly enabled: boolean; readonly drains: boolean }>
}
