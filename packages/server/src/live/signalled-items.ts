import type { Services } from '../http/services.ts'
import { RecentMap } from '../recent-map.ts'
import type { OwnedWorkItem } from '../store/owned-work-item.ts'

/** On a server that does not route: how long an item that was read is good for deciding who hears its signals. */
const GOOD_FOR_MS = 2_000
const ITEMS_MAX = 1_000

/** The items that signals are about: those of the router, or as they are stored where another server routes. */
export function createSignalledItems({
  engine,
  reads,
  now,
}: Pick<Services, 'engine' | 'reads' | 'now'>): (id: string) => Promise<OwnedWorkItem | null> {
  const known = new RecentMap<string, { readonly at: number; readonly item: Promise<OwnedWorkItem | null> }>(ITEMS_MAX)

  function read(id: string): Promise<OwnedWorkItem | null> {
    const last = known.get(id)
    if (last !== undefined && now() - last.at < GOOD_FOR_MS) return last.item
    const item = reads.workItem(id)
    known.set(id, { at: now(), item })
    item.catch(() => known.delete(id))
    return item
  }
  return async (id) => {
    const router = engine.router()
    if (router === null) return read(id)
    const item = router.workItem(id)
    return item === null ? null : { ...item, businessUnit: engine.businessUnitOf(item) }
  }
}
