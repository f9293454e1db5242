import type { RepresentativeState } from '../representative.ts'
import type { Changes } from '../router.ts'
import type { WorkItem } from '../work-item.ts'

/** What has changed since it was last taken. The present values are read when it is taken. */
export interface ChangeSet {
  readonly workItems: Set<WorkItem>
  readonly representatives: Set<RepresentativeState>
  readonly memory: Map<string, unknown>
}

export function createChangeSet(): ChangeSet {
  return { workItems: new Set(), representatives: new Set(), memory: new Map() }
}

export function takeChanges({ workItems, representatives, memory }: ChangeSet): Changes {
  const taken: { [List in keyof Changes]: Changes[List][number][] } = {
    workItems: [...workItems],
    representatives: [...representatives],
    memory: [],
  }
  for (const [key, value] of memory) taken.memory.push({ key, value })
  workItems.clear()
  representatives.clear()
  memory.clear()
  return taken
}
