import { type Present, presentFigures } from '../../analytics/present-figures.ts'
import type { Caller } from '../../auth/caller.ts'
import { maySeeWorkItem } from '../policies.ts'
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
  const members = queues.length === 0 ? [...known.representatives.keys()] : wanted.flatMap((queue) => queue.members)
  return presentFigures({
    now: now(),
    items: [...router.openWorkItems()].filter((item) => isWanted(item.queue) && maySeeWorkItem(item, caller, known)),
    isBeyondAll: figures.beyondAll(router),
    queues: wanted,
    person: (name) => router.representative(name),
    people: new Set(members),
  })
}
