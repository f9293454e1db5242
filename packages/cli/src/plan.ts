import type { ConfigurationCheck } from '@unified-routing/contract'
import { printLine } from './print.ts'

const signs = { add: '+', change: '~', remove: '-' } as const

/** Prints what applying a document does, one line a row: "+ queues Billing". */
export function printPlan(plan: ConfigurationCheck['plan']): void {
  for (const { change, list, name } of plan) printLine(`${signs[change]} ${list} ${name}`)
}
