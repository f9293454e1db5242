import { AppError, type RowDifference } from '@unified-routing/contract'
import { fieldDifferences } from '@unified-routing/routing'
import type { StoredAuditEntry } from '../../store/audit-log.ts'
import type { Handler } from '../handler.ts'
import type { Services } from '../services.ts'
import { viewAuditEntry } from '../views/audit-view.ts'
import { viewRowChange } from '../views/row-change-view.ts'

export const getAuditEntry: Handler<'getAuditEntry'> = async ({ params }, { audit, history }) => {
  const entry = await audit.read(Number(params.id))
  if (entry === null) throw new AppError('notFound', `The audit log has no entry ${params.id}.`)
  return { body: { ...viewAuditEntry(entry), difference: await differenceOf(entry, history) } }
}

async function differenceOf(entry: StoredAuditEntry, history: Services['history']): Promise<RowDifference[]> {
  const { before, after, list, name, configurationVersion } = entry
  if (configurationVersion !== undefined) return (await history.changesOf(configurationVersion)).map(viewRowChange)
  if (before === undefined && after === undefined) return []
  const change = before === undefined ? 'add' : after === undefined ? 'remove' : 'change'
  return [{ change, list, name: name ?? '', fields: [...fieldDifferences(before, after)] }]
}
