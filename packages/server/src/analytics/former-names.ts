import type { FormerName } from '../store/figures.ts'
import type { QueueRenaming } from '../store/queue-renamings.ts'

/** What was called by a name, in some stretch of time, that is called otherwise today. Renamings come in their order. */
export function formerNames(renamings: readonly QueueRenaming[]): readonly FormerName[] {
  const steps = [...Map.groupBy(renamings, ({ version }) => version).values()].map((step) => ({
    at: step[0]?.at ?? 0,
    newNames: new Map(step.map(({ from, to }) => [from, to])),
  }))
  return steps.flatMap(({ at: until }, index): FormerName[] => {
    const later = steps.slice(index)
    const since = steps[index - 1]?.at ?? 0
    const names = new Set(later.flatMap(({ newNames }) => [...newNames.keys()]))
    return [...names].flatMap((name) => {
      const present = later.reduce((known, { newNames }) => newNames.get(known) ?? known, name)
      return present === name ? [] : [{ name, since, until, present }]
    })
  })
}
