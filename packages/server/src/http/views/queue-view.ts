import type { QueueView } from '@unified-routing/contract'
import type { Router } from '@unified-routing/routing'
import type { Catalogs } from '../catalogs.ts'
import { isoInstant } from './instants.ts'

type QueueSettings = NonNullable<ReturnType<Catalogs['queues']['get']>>

/** A queue with what waits in it; the figures are null on a server that does not route. */
export function viewQueue(queue: QueueSettings, router: Router | null): QueueView {
  const first = router?.waiting(queue.name, 1)[0]
  return {
    name: queue.name,
    type: queue.type,
    priority: queue.priority,
    members: queue.members,
    operatingHours: queue.operatingHours,
    assignment: queue.assignment.method,
    waiting: router?.waitingCount(queue.name) ?? null,
    longestWaitSince: first === undefined ? null : isoInstant(first.queuedAt ?? first.waitStartedAt),
  }
}
