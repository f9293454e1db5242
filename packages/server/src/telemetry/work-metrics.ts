import { Gauge, type Registry } from 'prom-client'
import type { Engine } from '../engine/engine.ts'
import type { Store } from '../store/store.ts'

export interface WorkMetrics {
  readonly registry: Registry
  readonly engine: Engine
  readonly stores: Readonly<Record<string, Store>>
}

/** What waits, who could take it, and how the server stands: read from the router when somebody asks, as it stands. Who
 * asks while a commit hangs must not wait for it: that is when the figures are needed. */
export function addWorkMetrics({ registry, engine, stores }: WorkMetrics): void {
  const registers = [registry]
  new Gauge({
    name: 'unified_routing_router_leader',
    help: '1 on the server that routes, 0 on one that follows.',
    registers,
    collect() {
      this.set(engine.role() === 'leader' ? 1 : 0)
    },
  })
  new Gauge({
    name: 'unified_routing_journal_sequence',
    help: 'The last event of the journal that this server knows of.',
    registers,
    collect() {
      this.set(engine.committedSequence())
    },
  })
  new Gauge({
    name: 'unified_routing_requests_waiting',
    help: 'Requests that wait for their batch.',
    registers,
    collect() {
      this.set(engine.waitingRequests())
    },
  })
  new Gauge({
    name: 'unified_routing_waiting_work_items',
    help: 'Work items that wait in a queue; only on the server that routes.',
    labelNames: ['queue'],
    registers,
    collect() {
      this.reset()
      const router = engine.router()
      if (router === null) return
      for (const { name } of engine.configuration().document.queues ?? [])
        this.set({ queue: name }, router.waitingCount(name))
    },
  })
  new Gauge({
    name: 'unified_routing_representatives',
    help: 'Representatives by their presence; only on the server that routes.',
    labelNames: ['presence'],
    registers,
    collect() {
      this.reset()
      const router = engine.router()
      if (router === null) return
      for (const { name } of engine.configuration().document.representatives ?? [])
        this.inc({ presence: router.representative(name)?.presence ?? 'Offline' })
    },
  })
  new Gauge({
    name: 'unified_routing_database_connections',
    help: 'Connections to PostgreSQL, and queries that wait for one.',
    labelNames: ['pool', 'state'],
    registers,
    collect() {
      for (const [pool, { pool: connections }] of Object.entries(stores)) {
        this.set({ pool, state: 'idle' }, connections.idleCount)
        this.set({ pool, state: 'busy' }, connections.totalCount - connections.idleCount)
        this.set({ pool, state: 'waiting' }, connections.waitingCount)
      }
    },
  })
}
