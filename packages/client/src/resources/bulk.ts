import { BULK_ITEMS_MAX, type BulkItem, type BulkOperationId, type Given, operations } from '@unified-routing/contract'
import { type ApiError, errorOfProblem } from '../api-error.ts'
import { type AnySchema, type Caller, checkReply, type Input, type Output } from '../call.ts'

interface BulkOperation {
  readonly id: BulkOperationId
  readonly params: AnySchema
  readonly body: AnySchema
  readonly reply: AnySchema
}

/** What one operation is asked with, as for `client.call`. */
export type BulkInput<Called extends BulkOperation> = Given<'params', Input<Called['params']>> &
  Given<'body', Input<Called['body']>> & { readonly ifVersion?: number }

interface LooseInput {
  readonly params?: unknown
  readonly body?: unknown
  readonly ifVersion?: number
}

/** What became of one operation: its reply, or the error that it would have rejected with alone. */
export type BulkOutcome<Reply> =
  | { readonly ok: true; readonly reply: Reply; readonly version: number | null }
  | { readonly ok: false; readonly error: ApiError }

interface BulkOptions {
  readonly idempotencyKey?: string
  /** `none`: only whether each was done, with its version; `body` is null. */
  readonly replies?: 'whole' | 'none'
}

/** Many operations in one call, each done or refused by itself. */
export function bulkResource(call: Caller['call']) {
  const send = async (asked: readonly unknown[], { replies, ...options }: BulkOptions = {}) => {
    const body = { operations: [...asked], ...(replies === undefined ? {} : { replies }) }
    return (await call(operations.runInBulk, { body, ...options })).results
  }

  /** Up to 1,000 operations of any kind in one call, answered in their order. */
  const run = (asked: readonly BulkItem[], options?: BulkOptions) => send(asked, options)

  /** One operation with many inputs, in calls of 1,000: an outcome for each, in their order. When a call fails as a whole it
   * rejects, and the calls before it stand. */
  async function each<Called extends BulkOperation>(
    operation: Called,
    inputs: readonly BulkInput<Called>[],
  ): Promise<BulkOutcome<Output<Called['reply']>>[]> {
    const outcomes: BulkOutcome<Output<Called['reply']>>[] = []
    for (let first = 0; first < inputs.length; first += BULK_ITEMS_MAX) {
      const some: readonly LooseInput[] = inputs.slice(first, first + BULK_ITEMS_MAX)
      const asked = some.map(({ params, body, ifVersion }) => ({
        operation: operation.id,
        ...(params === undefined ? {} : { path: params }),
        ...(body === undefined ? {} : { body }),
        ...(ifVersion === undefined ? {} : { ifMatch: ifVersion }),
      }))
      for (const result of await send(asked))
        outcomes.push(
          'problem' in result
            ? { ok: false, error: errorOfProblem(result.problem) }
            : {
                ok: true,
                reply: checkReply(operation, { ...result, requestId: null }),
                version: result.version ?? null,
              },
        )
    }
    return outcomes
  }
  return { run, each }
}
