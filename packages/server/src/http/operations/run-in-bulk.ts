import { batchReads } from '../bulk/batched-reads.ts'
import { readItem } from '../bulk/read-item.ts'
import { type BulkCall, type BulkResult, refusalOr, runWave } from '../bulk/run-wave.ts'
import { wavesOf } from '../bulk/waves.ts'
import type { Handler } from '../handler.ts'

/** Each operation goes through the handler that it has alone; what the handlers would read or submit to the engine one by
 * one goes there together. */
export const runInBulk: Handler<'runInBulk'> = async ({ body, caller, request }, services) => {
  const items = body.operations.map((given) => refusalOr(request, () => readItem(given, caller)))
  const call: BulkCall = {
    caller,
    request,
    items,
    replies: body.replies,
    services: { ...services, reads: batchReads(services) },
    requestHash: request.idempotencyKey === null ? '' : request.requestHash,
  }
  const results: BulkResult[] = []
  for (const [wave, places] of wavesOf(items.map((item) => ('problem' in item ? null : item))).entries()) {
    const answers = await runWave(call, wave, places)
    for (const [index, place] of places.entries()) {
      const answer = answers[index]
      if (answer !== undefined) results[place] = answer
    }
  }
  return { body: { results } }
}
