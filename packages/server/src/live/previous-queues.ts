import type { WorkItem } from '@unified-routing/routing'

/** Open items remembered; beyond them the oldest is forgotten, and its move out of sight goes untold. */
const ITEMS_MAX = 100_000

/** Remembers in which queue each open item was, so that those who see that queue hear that it left. */
export class PreviousQueues {
  private readonly queues = new Map<string, string>()

  /** Where the items were until now; from here on they are where they are. */
  exchange(items: Iterable<WorkItem>): ReadonlyMap<string, string> {
    const before = new Map<string, string>()
    for (const { id, queue, state } of items) {
      const previous = this.queues.get(id)
      if (previous !== undefined) before.set(id, previous)
      this.queues.delete(id)
      if (queue !== null && state !== 'Closed') this.queues.set(id, queue)
    }
    for (const id of this.queues.keys()) {
      if (this.queues.size <= ITEMS_MAX) break
      this.queues.delete(id)
    }
    return before
  }
}
