import type { ConflictingRow } from '@unified-routing/contract'
import type { RowConflict } from '../../engine/operations.ts'
import type { Services } from '../services.ts'
import { isoInstant } from './instants.ts'

/** Rows of the configuration that stand against a change, with who made them what they are, and when. */
export async function viewConflicts(
  conflicts: readonly RowConflict[],
  { history }: Pick<Services, 'history'>,
): Promise<ConflictingRow[]> {
  if (conflicts.length === 0) return []
  const last = await history.lastChanges({ after: 0, rows: conflicts })
  const byRow = new Map(last.map((change) => [JSON.stringify([change.list, change.name]), change]))
  return conflicts.map((conflict) => {
    const change = byRow.get(JSON.stringify([conflict.list, conflict.name]))
    if (change === undefined) return { ...conflict, changedBy: null, changedAt: null }
    return { ...conflict, changedBy: change.by, changedAt: isoInstant(change.at) }
  })
}
