import type { WorkItem } from '@unified-routing/routing'

/** A work item and the business unit it belongs to. Routing does not ask for units, so its own items do not name them. */
export interface OwnedWorkItem extends WorkItem {
  readonly businessUnit: string
}

/** The two columns of a work item that say all of it. */
export interface SelectedWorkItem {
  readonly document: WorkItem
  readonly business_unit: string
}

export function ownedWorkItem({ document, business_unit: businessUnit }: SelectedWorkItem): OwnedWorkItem {
  return { ...document, businessUnit }
}
