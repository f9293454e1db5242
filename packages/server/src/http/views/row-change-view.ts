import type { RowDifference } from '@unified-routing/contract'
import { fieldDifferences, type RowChange } from '@unified-routing/routing'

/** A row that differs between two versions, field by field. Rows that came or went are shown whole. */
export function viewRowChange({ list, name, formerName, before, after }: RowChange): RowDifference {
  if (name === null) return { change: 'change', list, name: 'order', fields: [{ path: '', before, after }] }
  if (before === null) return { change: 'add', list, name, fields: [{ path: '', after }] }
  if (after === null) return { change: 'remove', list, name, fields: [{ path: '', before }] }
  return { change: 'change', list, name, fields: [...fieldDifferences(before, after)], ...renamed(formerName) }
}

function renamed(formerName: string | null): { formerName?: string } {
  return formerName === null ? {} : { formerName }
}
