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

/** Copies, because the router goes on changing its own objects while the store writes these. */
export function takeChanges(changes: ChangeSet): Changes {
  const taken = {
    workItems: Array.from(changes.workItems, (item) => ({ ...item })),
    representatives: Array.from(changes.representatives, (state) => ({ ...state })),
    memory: Array.from(changes.memory, ([key, value]) => ({ key, value })),
  }
  changes.workItems.clear()
  changes.representatives.clear()
  changes.memory.clear()
  return taken
}
