import { RecentMap } from '../recent-map.ts'
import type { OwnedWorkItem } from '../store/owned-work-item.ts'

/** Open items remembered; beyond them the oldest is forgotten, and its move out of sight goes untold. */
const ITEMS_MAX = 100_000

/** Where an item is, as far as that decides who sees it. */
export type Place = Pick<OwnedWorkItem, 'queue' | 'businessUnit'>

/** Remembers where each open item was, so that those who see that place hear that it left. */
export class PreviousPlaces {
  private readonly places = new RecentMap<string, Place>(ITEMS_MAX)

  /** Where the items were until now; from here on they are where they are. */
  exchange(items: Iterable<OwnedWorkItem>): ReadonlyMap<string, Place> {
    const before = new Map<string, Place>()
    for (const { id, queue, businessUnit, state } of items) {
      const previous = this.places.get(id)
      if (previous !== undefined) before.set(id, previous)
      if (state === 'Closed') this.places.delete(id)
      else this.places.set(id, { queue, businessUnit })
    }
    return before
  }
}
