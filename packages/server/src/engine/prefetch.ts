import type { Configuration, RowKey } from '@unified-routing/routing'
import { type FoundAnswer, readKeptAnswers } from '../store/kept-answers.ts'
import { readTakenMessageIds } from '../store/messages.ts'
import { type Lookups, lookedUp, readReachableRows } from '../store/reachable-rows.ts'
import type { Store } from '../store/store.ts'
import type { VersionedRow } from '../store/versioned-row.ts'
import type { Pending } from './operation-queue.ts'
import type { Operation, OperationAnswer } from './operations.ts'
import { RowOverlay } from './row-overlay.ts'
import type { Term } from './term.ts'

/** What a batch reads before it decides: a query for kept answers, and one for each step along the lookups, however many
 * operations it holds. */
export interface Prefetched {
  readonly rows: RowOverlay
  readonly keptAnswers: ReadonlyMap<string, FoundAnswer<OperationAnswer>>
  /** Ids of the batch's messages that earlier messages have. */
  readonly takenMessageIds: ReadonlySet<string>
}

/** What a batch that is decided leaves behind once it is stored, for the batch that is decided meanwhile. */
export interface Unstored {
  /** By the text of their key; null: deleted. */
  readonly rows: ReadonlyMap<string, VersionedRow | null>
  readonly answers: ReadonlyMap<string, FoundAnswer<OperationAnswer>>
  readonly messageIds: readonly string[]
}

export const nothingUnstored: Unstored = { rows: new Map(), answers: new Map(), messageIds: [] }

/** What several batches leave behind together, in their order: the last word on a row counts. */
export function unstoredOf(batches: readonly Unstored[]): Unstored {
  return {
    rows: new Map(batches.flatMap(({ rows }) => [...rows])),
    answers: new Map(batches.flatMap(({ answers }) => [...answers])),
    messageIds: batches.flatMap(({ messageIds }) => messageIds),
  }
}

interface NeedsOfBatch {
  readonly term: Term
  readonly batch: readonly Pending[]
  readonly before: Unstored
}

export async function prefetch(store: Store, { term, batch, before }: NeedsOfBatch): Promise<Prefetched> {
  const { organizationId } = term.lease
  const { lookups } = term.configuration
  const needed = batch.flatMap(({ request }) => rowsNeededBy(request.operation, term))
  const from = needed.length === 0 ? [] : [...needed, ...rowsBehind(before, lookups)]
  const keys = batch.flatMap(({ request: { idempotencyKey } }) => (idempotencyKey === null ? [] : [idempotencyKey]))
  const messageIds = batch.flatMap(({ request }) => messageIdOf(request.operation))
  const [rows, keptAnswers, taken] = await Promise.all([
    readReachableRows(store, { organizationId, from, lookups }),
    readKeptAnswers<OperationAnswer>(store, { organizationId, keys, now: term.now }),
    readTakenMessageIds(store, organizationId, messageIds),
  ])
  return {
    rows: new RowOverlay(rows, before.rows),
    keptAnswers: new Map([...keptAnswers, ...before.answers]),
    takenMessageIds: new Set([...taken, ...before.messageIds]),
  }
}

/** What unstored rows look up: the store leads there only by what they were before. */
function rowsBehind({ rows }: Unstored, lookups: Lookups): RowKey[] {
  return [...rows.values()].flatMap((row) => (row === null ? [] : lookedUp(row, lookups)))
}

function messageIdOf(operation: Operation): string[] {
  if (operation.type === 'bulk') return eachOf(operation).flatMap(messageIdOf)
  return operation.type === 'sendMessage' ? [operation.id] : []
}

function eachOf({ items }: Extract<Operation, { type: 'bulk' }>): Operation[] {
  return items.flatMap((item) => ('operation' in item ? [item.operation] : []))
}

function rowsNeededBy(operation: Operation, term: Term): RowKey[] {
  const { configuration } = term
  switch (operation.type) {
    case 'command':
    case 'sendMessage':
    case 'mendDrift':
      return []
    case 'startConversation':
      return operation.customer === null ? [] : [{ table: 'contact', id: operation.customer }]
    case 'replaceConfiguration':
      return operation.configuration.rows?.map(({ table, id }) => ({ table, id })) ?? []
    case 'changeConfiguration':
      return rowsNeededByChange(operation, configuration.document)
    case 'completeRow':
    case 'deleteRow':
      return [operation]
    case 'bulk':
      return eachOf(operation).flatMap((each) => rowsNeededBy(each, term))
    case 'createRow':
    case 'updateRow':
    case 'saveAndRoute':
      return [operation, ...lookedUp(operation, configuration.lookups)]
  }
}

/** The rows of the document, and those that the change brings. */
function rowsNeededByChange(
  { changes }: Extract<Operation, { type: 'changeConfiguration' }>,
  { rows = [] }: Configuration,
): RowKey[] {
  const brought = changes.flatMap((change) =>
    'list' in change && change.list === 'rows' && 'row' in change ? rowKeyIn(change.row) : [],
  )
  return [...rows.map(({ table, id }) => ({ table, id })), ...brought]
}

function rowKeyIn(row: unknown): RowKey[] {
  if (typeof row !== 'object' || row === null || !('table' in row) || !('id' in row)) return []
  const { table, id } = row
  return typeof table === 'string' && typeof id === 'string' ? [{ table, id }] : []
}
