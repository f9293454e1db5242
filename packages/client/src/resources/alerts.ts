import { operations } from '@unified-routing/contract'
import type { Caller } from '../call.ts'

/** What alerts were raised. Which are watched are settings of the kind `alert`. */
export function alertsResource(call: Caller['call']) {
  return {
    list: (signal?: AbortSignal) => call(operations.listAlerts, signal === undefined ? {} : { signal }),
    acknowledge: (id: string) => call(operations.acknowledgeAlert, { params: { id } }),
  }
}
