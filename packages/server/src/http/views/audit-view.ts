import type { AuditEntryView } from '@unified-routing/contract'
import type { StoredAuditEntry } from '../../store/audit-log.ts'
import { isoInstant } from './instants.ts'

export function viewAuditEntry(entry: StoredAuditEntry): AuditEntryView {
  const { id, at, action, by, ip, requestId = null, list, name, summary, configurationVersion = null } = entry
  return { id: String(id), at: isoInstant(at), action, by, ip, requestId, list, name, summary, configurationVersion }
}
