import { z } from 'zod'
import { BULK_ITEMS_MAX, bulkOperations, bulkReplies } from './bulk.ts'
import type { Operation } from './operation.ts'

/** The body of a bulk call as it is written. The server parses each operation by itself, so that a bad one spoils none of
 * the others; the document says what they look like. */
export function writtenBulkBody(): z.ZodType {
  const items: readonly z.ZodType[] = Object.values(bulkOperations).map(writtenItem)
  return z.strictObject({ operations: z.array(z.union(items)).min(1).max(BULK_ITEMS_MAX), replies: bulkReplies })
}

function writtenItem({ id, method, params, body, version, example }: Operation): z.ZodType {
  const isBodyNeeded = example !== undefined
  return z.strictObject({
    operation: z.literal(id),
    ...(params.safeParse({}).success ? {} : { path: params }),
    ...(method === 'DELETE' ? {} : { body: isBodyNeeded ? body : body.optional() }),
    ...(version === 'may' ? { ifMatch: z.int().min(0).optional() } : {}),
  })
}
