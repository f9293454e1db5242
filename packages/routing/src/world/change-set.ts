import type { RepresentativeState } from '../representative.ts'
import type { Changes } from '../router.ts'
import type { WorkItem } from '../work-item.ts'

/** What has changed since it was last taken. The present values are read when it is taken. */
export interface ChangeSet {
  workItems: Set<WorkItem>
  representatives: Set<RepresentativeState>
  memory: Map<string, unknown>
}

export function createChangeSet(): ChangeSet {
  return { workItems: new Set(), representatives: new Set(), memory: new Map() }
}

/** Hands them over as they are and begins anew, where there are any: this is done for every command. */
export function takeChanges(changes: ChangeSet): Changes {
  const { workItems, representatives, memory } = changes
  if (workItems.size > 0) changes.workItems = new Set()
  if (representatives.size > 0) changes.representatives = new Set()
  if (memory.size > 0) changes.memory = new Map()
  return { workItems, representatives, memory }
}
