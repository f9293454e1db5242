import { performance } from 'node:perf_hooks'
import { Counter, Gauge, type Registry } from 'prom-client'
import type { LoopMeter } from '../engine/loop-meter.ts'

const MS_PER_SECOND = 1_000

export type LoopName = 'alerts' | 'bots' | 'figures' | 'provisioning' | 'reconciler' | 'retention' | 'signals'

/** How long ago each loop beside the requests came round, and how often it failed. */
export function addLoopMetrics(registers: Registry[]): (loop: LoopName) => LoopMeter {
  const cameRoundAt = new Map<LoopName, number>()
  new Gauge({
    name: 'unified_routing_loop_age_seconds',
    help: 'Since a loop that works beside the requests last came round.',
    labelNames: ['loop'],
    registers,
    collect() {
      for (const [loop, at] of cameRoundAt) this.set({ loop }, (performance.now() - at) / MS_PER_SECOND)
    },
  })
  const failures = new Counter({
    name: 'unified_routing_loop_failures_total',
    help: 'Rounds of such a loop that failed and were begun anew.',
    labelNames: ['loop'],
    registers,
  })
  return (loop) => {
    failures.inc({ loop }, 0)
    return {
      cameRound: () => cameRoundAt.set(loop, performance.now()),
      failed: () => failures.inc({ loop }),
    }
  }
}
