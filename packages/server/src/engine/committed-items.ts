import { RecentMap } from '../recent-map.ts'
import type { OwnedWorkItem } from '../store/owned-work-item.ts'

/** Beyond them, what was written longest ago is forgotten. */
const ITEMS_MAX = 20_000

/** Open work items as this server has committed them last: what the store would say, without asking it. The router knows
 * them as well, but it may be ahead of the store. */
export class CommittedItems {
  readonly #items = new RecentMap<string, OwnedWorkItem>(ITEMS_MAX)

  /** These were committed, and nothing of them since. */
  note(items: Iterable<OwnedWorkItem>): void {
    for (const item of items) {
      // Closed work may be removed from the store by others than the router.
      if (item.state === 'Closed') this.#items.delete(item.id)
      else this.#items.set(item.id, item)
    }
  }

  /** Null: not known here; the store may know it. */
  get(id: string): OwnedWorkItem | null {
    return this.#items.get(id) ?? null
  }

  /** Somebody else may have written. */
  clear(): void {
    this.#items.clear()
  }
}
