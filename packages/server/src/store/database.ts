import type {
  Actor,
  Configuration,
  EventBody,
  Literal,
  MessageKind,
  MessageSender,
  WorkItem,
} from '@unified-routing/routing'
import type { JSONColumnType } from 'kysely'
import type { ChannelData, StoredAttachment } from './reads.ts'

/** The tables as queries see them. Columns named `…_at` are instants: milliseconds UTC, like everywhere. */
export interface Database {
  organization: {
    id: string
    name: string
    routing_enabled: boolean
    created_at: number
  }
  configuration_version: {
    organization_id: string
    version: number
    document: JSONColumnType<Configuration>
    created_at: number
    created_by: string | null
  }
  table_row: {
    organization_id: string
    table_name: string
    id: string
    values: JSONColumnType<Readonly<Record<string, Literal>>>
    active: boolean
    version: number
    created_at: number
    changed_at: number
    business_unit: string
  }
  work_item: {
    organization_id: string
    id: string
    kind: WorkItem['kind']
    channel: WorkItem['channel']
    workstream: string
    state: WorkItem['state']
    queue: string | null
    representative: string | null
    last_representative: string | null
    record_table: string | null
    record_id: string | null
    customer: string | null
    created_at: number
    changed_at: number
    queued_at: number | null
    closed_at: number | null
    /** As `queued_at`, while it is Open. */
    open_queued_at: number | null
    /** A StoredWorkItem as JSON. */
    document: string
    business_unit: string
    others: JSONColumnType<object> | null
  }
  representative_state: {
    organization_id: string
    name: string
    signed_in: boolean
    presence: string
    /** A RepresentativeState as JSON. */
    document: string
  }
  router_memory: {
    organization_id: string
    key: string
    /** JSON. */
    value: string
  }
  routing_event: {
    organization_id: string
    sequence: number
    at: number
    /** Null in rows of before decision 0020, which have all else. */
    steps: string | null
    type: EventBody['type'] | null
    actor_kind: Actor['kind'] | null
    actor_name: string | null
    work_item_id: string | null
    queue: string | null
    representative: string | null
    data: JSONColumnType<EventBody | readonly EventBody[]> | null
  }
  conversation_message: {
    organization_id: string
    id: string
    work_item_id: string
    number: number
    sender: MessageSender
    sender_name: string | null
    kind: MessageKind
    text: string
    attachments: JSONColumnType<readonly StoredAttachment[]>
    channel_data: JSONColumnType<ChannelData> | null
    sent_at: number
  }
  idempotency_key: {
    organization_id: string
    key: string
    request_hash: string
    /** JSON. */
    answer: string
    expires_at: number
  }
  router_lease: {
    organization_id: string
    epoch: number
    /** That were stored under this epoch. */
    commits: number
    holder: string | null
    alive_at: number
    expires_at: number
  }
}
