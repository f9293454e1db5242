import type { Instant, Literal } from '../vocabulary.ts'
import type { Row, WorkItem } from '../work-item.ts'

/** Where rules find related rows: those that open work refers to, as the router holds them now. */
export interface RowReader {
  row(table: string, id: string): Row | undefined
}

/** What a condition can read about a representative; assignment rules only. */
export interface RepresentativeFacts {
  readonly name: string
  readonly presence: string
  readonly basePresence: string
  readonly unitsFree: number
  readonly isWorking: boolean
  /** Ratings normalized to 0..1 for comparison across models; `rating` as configured, null: none. */
  readonly skills: ReadonlyMap<
    string,
    { readonly type: string; readonly rating: number | null; readonly active: boolean }
  >
  readonly columns: Readonly<Record<string, Literal>>
}

/** The inputs of one evaluation. One object is reused by the caller; a condition keeps no reference to it. */
export interface Facts {
  now: Instant
  rows: RowReader
  /** Intake rules: the row being routed. */
  record: Row | null
  /** Every other kind of rule. */
  item: WorkItem | null
  /** item.workstream.<field>: the workstream's settings by the document's field names (lists as arrays). */
  workstream: Readonly<Record<string, unknown>> | null
  representative: RepresentativeFacts | null
}
