import type { Problem } from '@unified-routing/contract'
import type {
  Actor,
  Command,
  Configuration,
  ConfigurationChange,
  ListName,
  Literal,
  MessageKind,
  MessageSender,
  Reference,
  Refusal,
  WorkItem,
} from '@unified-routing/routing'
import type { AuditRow } from '../store/audit-log.ts'
import type { RowReach } from '../store/reach.ts'
import type { ChannelData, StoredAttachment } from '../store/reads.ts'
import type { VersionedRow } from '../store/versioned-row.ts'
import type { RequestTrace } from './request-trace.ts'

/** What the edge may ask the engine to do. The engine reads what an operation needs, lets the router decide,
 * commits journal, state rows and data rows in one transaction, and only then answers. */
export type Operation =
  /** Any router command that needs no data rows: people, offers, sessions, transfers, supervision, setRouting. */
  | {
      readonly type: 'command'
      readonly command: Exclude<
        Command,
        { readonly type: 'routeRecord' | 'startConversation' | 'changeRows' | 'configure' | 'resume' | 'tick' }
      >
    }
  | {
      readonly type: 'createRow'
      readonly table: string
      readonly id: string
      readonly values: Readonly<Record<string, Literal>> /** null: as the record type says (`routeOnCreate`). */
      readonly route: boolean | null
      /** Absent: the root. */
      readonly businessUnit?: string
    }
  /** Values are merged; null clears a column. `ifVersion` null: whatever the version. */
  | {
      readonly type: 'updateRow'
      readonly table: string
      readonly id: string
      readonly values: Readonly<Record<string, Literal>>
      readonly ifVersion: number | null
      /** Absent: the one it belongs to. */
      readonly businessUnit?: string
      /** Whose rows these may be; absent or null: anybody's. */
      readonly reach?: RowReach | null
    }
  /** Save & Route: the changes are saved first, then the record is routed, or routed again. */
  | {
      readonly type: 'saveAndRoute'
      readonly table: string
      readonly id: string
      readonly values: Readonly<Record<string, Literal>>
      readonly ifVersion: number | null
      readonly reach?: RowReach | null
    }
  /** Resolved, cancelled or deactivated: closes the work item. */
  | { readonly type: 'completeRow'; readonly table: string; readonly id: string; readonly reach?: RowReach | null }
  | { readonly type: 'deleteRow'; readonly table: string; readonly id: string; readonly reach?: RowReach | null }
  | {
      readonly type: 'startConversation'
      readonly id: string
      readonly workstream: string
      readonly customer: string | null
      readonly context: Readonly<Record<string, Literal>>
      /** The customer's first message; null: nothing was said yet. */
      readonly message: { readonly id: string; readonly text: string } | null
      /** The bot that has it first; absent: it goes to its queue at once. */
      readonly bot?: string
    }
  | {
      readonly type: 'sendMessage'
      readonly id: string
      readonly workItem: string
      readonly from: MessageSender
      /** Who of the representatives or bots. */
      readonly author: string | null
      readonly kind: MessageKind
      readonly text: string
      readonly attachments: readonly StoredAttachment[]
      readonly channelData: ChannelData | null
    }
  /** `ifVersion` null only for the first load into an empty organization. */
  | {
      readonly type: 'replaceConfiguration'
      readonly configuration: Configuration
      readonly ifVersion: number | null
      readonly note?: string | null
      /** The version whose content this is; absent: a document of its own. */
      readonly restores?: number
    }
  /** Edits rows of the document in force. `base`: what each touched row was at `basedOn`, in the order of
   * `rowsTouchedBy`; null: there was none. */
  | {
      readonly type: 'changeConfiguration'
      readonly changes: readonly ConfigurationChange[]
      readonly basedOn: number
      readonly base: readonly unknown[]
      readonly note: string | null
    }
  /** What the reconciler found: put on record, and rows of these items written anew from the router. */
  | {
      readonly type: 'mendDrift'
      readonly workItems: readonly string[]
      readonly drifts: readonly { readonly figure: string; readonly name: string; readonly words: string }[]
    }
  /** Up to 1,000 operations in one request, decided in their order in one batch: each is done or refused by itself. */
  | { readonly type: 'bulk'; readonly items: readonly BulkItem[] }

/** One operation of a bulk call, or why it was refused before it came here: who repeats the call hears all of its answers
 * again. */
export type BulkItem =
  | {
      readonly operation: Exclude<
        Operation,
        { readonly type: 'replaceConfiguration' | 'changeConfiguration' | 'mendDrift' | 'bulk' }
      >
      readonly actor: Actor
    }
  | { readonly turnedAway: Problem }

/** A row of the configuration that somebody else changed meanwhile; null: there was, or is, none. */
export interface RowConflict {
  /** The index of the change that meets it. */
  readonly change: number
  readonly list: ListName | 'organization'
  readonly name: string
  readonly base: unknown
  readonly theirs: unknown
}

/** Who is behind an operation, for the audit log. */
export interface Origin {
  readonly by: AuditRow['by']
  readonly ip: string | null
  readonly requestId?: string
}

export interface OperationRequest {
  readonly operation: Operation
  readonly actor: Actor
  /** The caller's key, already scoped to the caller by the edge; null: not repeatable. */
  readonly idempotencyKey: string | null
  /** Hash of method, path and body: the same key with another request is refused. */
  readonly requestHash: string | null
  readonly requestId: string
  /** Absent or null: nobody traces it. */
  readonly trace?: RequestTrace | null
  /** Absent: the server itself. */
  readonly origin?: Origin | null
}

export interface PlannedChange {
  readonly change: 'add' | 'change' | 'remove'
  readonly list: string
  readonly name: string
}

/** Plain JSON: it is stored with the idempotency key and given again to whoever repeats the request. */
export type OperationAnswer =
  | {
      readonly status: 'done'
      readonly workItem: WorkItem | null
      readonly row: VersionedRow | null
      /** Why a row that was to be routed, or could be, was only stored; absent: it was routed, or nobody asked. */
      readonly notRouted?: Refusal
      readonly configurationVersion: number | null
      readonly sequence: number
      /** sendMessage: the number of the message in its conversation. */
      readonly messageNumber?: number
      /** changeConfiguration: names that were taken out of other rows. */
      readonly removedReferences?: readonly Reference[]
      /** A new version of the configuration: what it changes. */
      readonly plan?: readonly PlannedChange[]
    }
  | { readonly status: 'refused'; readonly refusal: Refusal }
  | { readonly status: 'notFound'; readonly what: string; readonly message: string }
  /** The version asked for is not the present one. */
  | {
      readonly status: 'conflict'
      readonly message: string
      readonly presentVersion: number
      /** changeConfiguration: the rows that stand against it. */
      readonly rows?: readonly RowConflict[]
    }
  /** A row of the configuration cannot be removed while others name it. */
  | { readonly status: 'named'; readonly dependents: readonly Reference[] }
  | { readonly status: 'invalid'; readonly problems: readonly { readonly path: string; readonly message: string }[] }
  | { readonly status: 'keyReused'; readonly message: string }
  /** bulk: an answer for each item, in their order. */
  | { readonly status: 'each'; readonly answers: readonly OperationAnswer[] }
  /** An item of a bulk call that was refused before it came here. */
  | { readonly status: 'turnedAway'; readonly problem: Problem }

export const keyReused: OperationAnswer = {
  status: 'keyReused',
  message: 'This idempotency key came before with another request: take a fresh key for each request.',
}

export type { VersionedRow }
