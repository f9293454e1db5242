import { AppError, type BulkOperationId, bulkOperations } from '@unified-routing/contract'
import { z } from 'zod'
import type { Caller } from '../../auth/caller.ts'
import type { BoundOperation } from '../bind-operation.ts'
import { invalid, pathText } from '../parse.ts'
import { requireAudience, requireOwnPassword, requireWriter } from '../policies.ts'
import { bulkHandlers } from './bulk-handlers.ts'
import { HostileItem } from './hostile-items.ts'

/** One operation of a bulk call as it was written; its parts are parsed when it is carried out. */
export interface ReadItem {
  readonly id: BulkOperationId
  readonly bound: BoundOperation
  readonly path: unknown
  readonly body: unknown
  readonly ifMatch: number | null
}

const shape = z.strictObject({
  operation: z.string(),
  path: z.unknown().optional(),
  body: z.unknown().optional(),
  ifMatch: z.int().min(0).optional(),
})

/** Reads an operation that the caller may ask for. Errors: as the operation would answer alone; invalid, when it is none
 * that may be asked for in bulk. */
export function readItem(given: unknown, caller: Caller): ReadItem {
  if (given instanceof HostileItem) {
    requireAllowed(boundTo(given.operation).bound, caller)
    throw invalid([given.trouble])
  }
  const parsed = shape.safeParse(given)
  if (!parsed.success) throw invalid(parsed.error.issues.flatMap(describe))
  const { operation, path = {}, body = {}, ifMatch } = parsed.data
  const { id, bound } = boundTo(operation)
  requireAllowed(bound, caller)
  if (ifMatch !== undefined && bound.operation.version !== 'may')
    throw invalid([{ path: 'ifMatch', message: `is not for ${id}; leave it out` }])
  return { id, bound, path, body, ifMatch: ifMatch ?? null }
}

function boundTo(operation: unknown): { readonly id: BulkOperationId; readonly bound: BoundOperation } {
  const id = ids.find((known) => known === operation)
  if (id !== undefined) return { id, bound: bulkHandlers[id] }
  throw new AppError('invalid', `operation: must be one of: ${ids.join(', ')}`, {
    errors: [{ path: 'operation', message: `must be one of: ${ids.join(', ')}` }],
  })
}

const ids = Object.values(bulkOperations).map(({ id }) => id)

function requireAllowed({ operation }: BoundOperation, caller: Caller): void {
  requireAudience(operation.audience, caller)
  requireWriter(operation, caller)
  requireOwnPassword(operation, caller)
}

function describe(issue: z.core.$ZodIssue) {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: key,
      message: 'is not known; an operation has operation, path, body, ifMatch',
    }))
  const [first = 'operation', ...rest] = issue.path
  return [{ path: pathText(String(first), rest), message: issue.message }]
}
