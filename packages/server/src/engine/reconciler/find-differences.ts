import type { Router } from '@unified-routing/routing'
import type { OpenWorkItemFacts, StoredLoad } from '../../store/open-work-facts.ts'

/** What should be the same and is not. */
export interface Difference {
  readonly figure: 'workItem' | 'representative' | 'queue'
  readonly name: string
  /** Both sides in words; the same difference, seen again, has the same words. */
  readonly words: string
  /** Who can be believed: the router is rebuilt from the store, or the row is written anew from the router. Null: the
   * journal says something else than both, and nobody may rewrite it. */
  readonly mend: 'router' | 'row' | null
}

/** Open items whose row, journal and router do not agree. */
export function findItemDifferences(facts: readonly OpenWorkItemFacts[], router: Router): readonly Difference[] {
  return facts.flatMap(({ id, stored, journal }) => {
    const item = router.workItem(id)
    const live = {
      sequence: item?.version ?? 0,
      state: item?.state ?? 'Closed',
      representative: item?.session?.representative ?? null,
    }
    const isRowRight = isAlike(stored, journal)
    const isRouterRight = item !== null && isAlike(live, journal)
    if (isRowRight && isRouterRight && live.representative === stored.representative) return []
    const sides = [`router ${wordsOf(live)}`, `row ${wordsOf(stored)}`, `journal ${journal.sequence} ${journal.state}`]
    const held = journal.isHeld ? 'held' : 'not held'
    return {
      figure: 'workItem',
      name: id,
      words: `${sides.join('; ')} ${held}`,
      mend: mendOf(isRowRight, isRouterRight),
    }
  })
}

function mendOf(isRowRight: boolean, isRouterRight: boolean): Difference['mend'] {
  if (isRowRight) return 'router'
  return isRouterRight ? 'row' : null
}

interface Side {
  readonly sequence: number
  readonly state: string
  readonly representative: string | null
}

function isAlike(side: Side, { sequence, state, isHeld }: OpenWorkItemFacts['journal']): boolean {
  return side.sequence === sequence && side.state === state && (side.representative !== null) === isHeld
}

function wordsOf({ sequence, state, representative }: Side): string {
  return `${sequence} ${state} ${representative ?? 'with nobody'}`
}

export interface Names {
  readonly representatives: readonly string[]
  readonly queues: readonly string[]
}

/** People who hold something else than is stored or are there otherwise, and queues in which something else waits. */
export function findLoadDifferences(load: StoredLoad, router: Router, names: Names): readonly Difference[] {
  const people = names.representatives.flatMap((name) => {
    const person = router.representative(name)
    const live = `${person?.presence ?? 'Offline'}, ${(person?.items ?? []).toSorted().join(' ')}`
    const stored = `${load.presences.get(name) ?? 'Offline'}, ${(load.held.get(name) ?? []).toSorted().join(' ')}`
    return live === stored ? [] : [different('representative', name, { live, stored })]
  })
  const queues = names.queues.flatMap((name) => {
    const live = `${router.waitingCount(name)} waiting`
    const stored = `${load.waiting.get(name) ?? 0} waiting`
    return live === stored ? [] : [different('queue', name, { live, stored })]
  })
  return [...people, ...queues]
}

function different(
  figure: Difference['figure'],
  name: string,
  { live, stored }: { readonly live: string; readonly stored: string },
): Difference {
  return { figure, name, words: `router: ${live}; stored: ${stored}`, mend: 'router' }
}
