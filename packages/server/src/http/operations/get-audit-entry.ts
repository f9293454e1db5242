import { AppError, type RowDifference } from '@unified-routing/contract'
import { fieldDifferences } from '@unified-routing/routing'
import type { StoredAuditEntry } from '../../store/audit-log.ts'
import type { Handler } from '../handler.ts'
import { viewAuditEntry } from '../views/audit-view.ts'

export const getAuditEntry: Handler<'getAuditEntry'> = async ({ params }, { audit }) => {
  const entry = await audit.read(Number(params.id))
  if (entry === null) throw new AppError('notFound', `The audit log has no entry ${params.id}.`)
  return { body: { ...viewAuditEntry(entry), difference: differenceOf(entry) } }
}

function differenceOf({ before, after, list, name }: StoredAuditEntry): RowDifference[] {
  if (before === undefined && after === undefined) return []
  const change = before === undefined ? 'add' : after === undefined ? 'remove' : 'change'
  return [{ change, list, name: name ?? '', fields: fieldDifferences(before, after) }]
}
