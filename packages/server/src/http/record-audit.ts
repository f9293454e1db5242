import type { NewAuditEntry } from '../audit/audit-log.ts'
import type { Caller } from '../auth/caller.ts'
import type { Services } from './services.ts'

interface Audited {
  readonly caller: Caller
  readonly request: { readonly ip: string; readonly requestId: string }
}

/** Puts what a request did on record: who and from where are read off the request. Await it before answering. */
export function recordAudit(
  { caller, request }: Audited,
  { audit }: Pick<Services, 'audit'>,
  entry: Omit<NewAuditEntry, 'by' | 'ip' | 'requestId'>,
): Promise<void> {
  return audit.record({ ...entry, by: auditActorOf(caller), ip: request.ip, requestId: request.requestId })
}

/** A caller as the audit log names them: people by their account, programs by their key. */
export function auditActorOf({ by, account }: Caller): NewAuditEntry['by'] {
  if (by === 'nothing') return { kind: 'nobody', name: account.name }
  if (by === 'apiKey') return { kind: 'apiKey', name: account.name }
  return { kind: 'account', name: account.email ?? account.name }
}
