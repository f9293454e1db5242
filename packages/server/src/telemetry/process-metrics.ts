import { performance } from 'node:perf_hooks'
import { Gauge, type Registry } from 'prom-client'

const MICROSECONDS_PER_SECOND = 1_000_000
const MS_PER_SECOND = 1_000

/** The process itself, read when somebody asks: nothing runs in between, so nothing is left behind. */
export function addProcessMetrics(registry: Registry): void {
  let before = performance.eventLoopUtilization()
  const figures: readonly Figure[] = [
    {
      name: 'process_start_time_seconds',
      help: 'When the process started, in seconds since 1970.',
      read: () => Math.round(performance.timeOrigin / MS_PER_SECOND),
    },
    {
      name: 'process_cpu_seconds_total',
      help: 'Processor time, of the user and of the system.',
      read: () => {
        const { user, system } = process.cpuUsage()
        return (user + system) / MICROSECONDS_PER_SECOND
      },
    },
    {
      name: 'process_resident_memory_bytes',
      help: 'Memory that the process holds.',
      read: () => process.memoryUsage.rss(),
    },
    { name: 'nodejs_heap_used_bytes', help: 'Memory of objects.', read: () => process.memoryUsage().heapUsed },
    {
      name: 'nodejs_active_resources',
      help: 'Timers, sockets and requests that keep the process alive.',
      read: () => process.getActiveResourcesInfo().length,
    },
    {
      name: 'nodejs_event_loop_utilization',
      help: 'Share of time since the last look that the process was busy.',
      read: () => {
        const now = performance.eventLoopUtilization()
        const { utilization } = performance.eventLoopUtilization(now, before)
        before = now
        return utilization
      },
    },
  ]
  for (const { name, help, read } of figures)
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read())
      },
    })
}

interface Figure {
  readonly name: string
  readonly help: string
  readonly read: () => number
}
