import type { AuditAction } from '@unified-routing/contract'
import {
  type AuditQuery,
  type AuditRow,
  addAuditEntry,
  listAuditEntries,
  readAuditEntry,
  type StoredAuditEntry,
} from '../store/audit-log.ts'
import type { Store } from '../store/store.ts'

/** What a part of the product puts on record. */
export interface NewAuditEntry extends AuditRow {
  readonly action: AuditAction
}

/** The audit log of one organization: who changed what, when and from where. Entries are added and never changed. */
export interface AuditLog {
  /** Adds an entry. Await it before answering: what is not on record has not happened. */
  record(entry: NewAuditEntry): Promise<void>
  list(query: AuditQuery): Promise<readonly StoredAuditEntry[]>
  read(id: number): Promise<StoredAuditEntry | null>
}

export function createAuditLog(options: {
  readonly store: Store
  readonly organizationId: string
  readonly now: () => number
}): AuditLog {
  const { store, organizationId, now } = options
  return {
    record: (entry) => addAuditEntry(store, { organizationId, at: now(), entry }),
    list: (query) => listAuditEntries(store, organizationId, query),
    read: (id) => readAuditEntry(store, organizationId, id),
  }
}
