import type { RepresentativeState, RoutingEvent, RowKey } from '@unified-routing/routing'
import type { AuditRow } from './audit-log.ts'
import { BindMessage } from './bind-message.ts'
import type { FilledPart, PartForm } from './commit-part.ts'
import { partsOf } from './commit-parts.ts'
import type { Statement } from './commit-query.ts'
import type { NewConfiguration } from './configuration-versions.ts'
import type { JournalTrails } from './journal-trails.ts'
import type { Lease } from './lease.ts'
import type { OwnedWorkItem } from './owned-work-item.ts'
import type { StoredMessage } from './reads.ts'
import type { RuleUse } from './rule-usage.ts'
import type { VersionedRow } from './versioned-row.ts'

/** Its instant is that of the commit. */
export type NewMessage = Omit<StoredMessage, 'at'>

export interface KeptAnswer {
  readonly key: string
  readonly requestHash: string
  /** Plain JSON. */
  readonly answer: object
}

/** All that one batch leaves behind: every key at most once in each list. */
export interface BatchWrites {
  readonly events: readonly RoutingEvent[]
  /** Where the journal of open work is found. They go on with what is written. */
  readonly trails: JournalTrails
  readonly workItems: readonly OwnedWorkItem[]
  readonly representatives: readonly RepresentativeState[]
  readonly memory: readonly { readonly key: string; readonly value: unknown }[]
  readonly rows: readonly VersionedRow[]
  readonly deletedRows: readonly RowKey[]
  readonly messages: readonly NewMessage[]
  readonly answers: readonly KeptAnswer[]
  readonly configurations: readonly NewConfiguration[]
  readonly audit: readonly AuditRow[]
  /** One for each rule and day. */
  readonly ruleUses: readonly RuleUse[]
  /** Null: as it was. */
  readonly routingEnabled: boolean | null
}

export interface BatchCommit {
  readonly lease: Lease
  /** Counts the commits under the lease from 1. One that does not follow the last that was stored writes nothing. */
  readonly number: number
  readonly now: number
  readonly leaseExpiresAt: number
  readonly answersExpireAt: number
  readonly writes: BatchWrites
}

/** Parameters of the fence: organization, epoch, now, when the lease expires, and the number of the commit. */
const FENCE_PARAMETERS = 5

/** A commit of so many rows in all has its lone rows as parameters. With more it is seldom worth another statement, which
 * has to be planned when it is first needed. */
const SMALL_ROWS_MAX = 8

/** A batch whose rows are laid out for PostgreSQL; what they were made of may change from now on. */
export interface PreparedCommit {
  readonly statement: Statement
  readonly message: Pick<BindMessage, 'finish' | 'recycle'>
}

interface CommitStatement extends Statement {
  readonly parameters: number
}

/** The statements that were needed before, by the parts they have. */
const statements = new Map<string, CommitStatement>()

/** Lays a batch out as one statement, which is one transaction and one round trip. It has a clause for each table that
 * the batch writes; each set of clauses that comes up is prepared once. */
export function prepareCommit(commit: BatchCommit): PreparedCommit {
  const { lease, number, now, leaseExpiresAt, answersExpireAt, writes } = commit
  const parts = formsOf(partsOf(writes, answersExpireAt))
  const key = parts.map(({ name }) => name).join(' ')
  const statement = statements.get(key) ?? statementOf(parts, `commit ${statements.size}`)
  statements.set(key, statement)
  const message = new BindMessage(statement.name, statement.parameters)
  message.parameter('text', lease.organizationId)
  for (const value of [lease.epoch, now, leaseExpiresAt, number]) message.parameter('bigint', value)
  for (const part of parts) part.writeTo(message)
  for (const { id, state } of writes.workItems) if (state === 'Closed') writes.trails.forget(id)
  return { statement, message }
}

/** A commit of one operation hardly writes more than a row to each table. */
function formsOf(parts: readonly FilledPart[]): readonly PartForm[] {
  const rows = parts.reduce((sum, { rowCount }) => sum + rowCount, 0)
  return rows > SMALL_ROWS_MAX ? parts : parts.map((part) => part.asParameters ?? part)
}

/** Everything hangs on `lease`: when its epoch is no longer the present one, or the commit before this one was not
 * stored, that clause finds no row and all the others write nothing. Updating the lease row also orders a takeover after
 * every commit that was under way. */
function statementOf(parts: readonly PartForm[], name: string): CommitStatement {
  let next = FENCE_PARAMETERS + 1
  const clauses = parts.map(({ clausesOf, columnTypes }) => {
    const clause = clausesOf(next)
    next += columnTypes.length
    return `,${clause}`
  })
  const text = `
  with lease as (
    update router_lease
       set alive_at = $3::bigint,
           expires_at = $4::bigint,
           commits = $5::bigint
     where organization_id = $1::text
       and epoch = $2::bigint
       and commits = $5::bigint - 1
    returning organization_id
  )${clauses.join('')}
  select from lease`
  return { name, text, parameters: next - 1 }
}
