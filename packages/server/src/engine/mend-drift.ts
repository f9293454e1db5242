import type { BatchDesk } from './batch-desk.ts'
import type { Operation, OperationAnswer } from './operations.ts'

/** Puts each drift on record and writes the named rows as the router has them. */
export function mendDrift(
  { workItems, drifts }: Extract<Operation, { readonly type: 'mendDrift' }>,
  desk: BatchDesk,
): OperationAnswer {
  for (const id of workItems) desk.storeAgain(id)
  for (const { figure, name, words } of drifts)
    desk.audit.push({
      action: 'driftMended',
      by: { kind: 'system', name: 'Reconciler' },
      ip: null,
      list: figure,
      name,
      summary: `Router, rows and journal did not agree: ${words}`,
    })
  return desk.done({})
}
