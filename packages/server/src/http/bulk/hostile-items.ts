import type { FieldError } from '@unified-routing/contract'
import { findHostileValue, requireHarmless } from '../hostile-values.ts'

/** An operation of a bulk call that holds what no schema should have to think of. */
export class HostileItem {
  readonly operation: unknown
  readonly trouble: FieldError

  constructor(operation: unknown, trouble: FieldError) {
    this.operation = operation
    this.trouble = trouble
  }
}

const PLACE = 'item'

/** The body of a bulk call with its hostile operations marked, so that they alone are refused. Errors: invalid, for what is
 * hostile beside them. */
export function withHostileItems(start: string, body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('operations' in body) || !Array.isArray(body.operations))
    return requireHarmless(start, body)
  const operations: readonly unknown[] = body.operations
  requireHarmless(start, { ...body, operations: null })
  return { ...body, operations: operations.map((item) => markHostile(item)) }
}

function markHostile(item: unknown): unknown {
  const trouble = findHostileValue(PLACE, item)
  if (trouble === null) return item
  const operation = typeof item === 'object' && item !== null && 'operation' in item ? item.operation : null
  return new HostileItem(operation, { ...trouble, path: trouble.path.slice(PLACE.length + 1) || 'operation' })
}
