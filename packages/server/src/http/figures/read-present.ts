import type { WorkItem } from '@unified-routing/routing'
import { type Present, presentFigures } from '../../analytics/present-figures.ts'
import type { Caller } from '../../auth/caller.ts'
import { isReached, reachesRepresentative, workReach } from '../reach.ts'
import type { Services } from '../services.ts'

/** The present of the queues asked for (all, when none is named) as the caller may see it; null: this server does not
 * route, and who does knows. */
export async function readPresent(
  { caller, queues }: { readonly caller: Caller; readonly queues: readonly string[] },
  services: Services,
): Promise<{ readonly ofQueue: ReadonlyMap<string, Present>; readonly ofAll: Present } | null> {
  const { engine, catalogs, figures, now } = services
  const router = await engine.settled()
  if (router === null) return null
  const known = catalogs()
  const wanted = [...known.queues.values()].filter(({ name }) => queues.length === 0 || queues.includes(name))
  const names = new Set(wanted.map(({ name }) => name))
  const isWanted = (queue: string | null) => queues.length === 0 || (queue !== null && names.has(queue))
  const reach = workReach(caller, services)
  const isSeen = (item: WorkItem) => isReached({ ...item, businessUnit: engine.businessUnitOf(item) }, reach)
  const right = 'seeRepresentatives'
  const members = queues.length === 0 ? [...known.representatives.keys()] : wanted.flatMap((queue) => queue.members)
  return presentFigures({
    now: now(),
    items: [...router.openWorkItems()].filter((item) => isWanted(item.queue) && (reach === null || isSeen(item))),
    isBeyondAll: figures.beyondAll(router),
    queues: wanted,
    person: (name) => router.representative(name),
    people: new Set(members.filter((name) => reachesRepresentative(name, { caller, right }, services))),
  })
}
