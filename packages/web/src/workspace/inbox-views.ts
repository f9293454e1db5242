import type { WorkItemFilter } from '../data/queries.ts'

export type InboxView = 'my' | 'open' | 'closed'

/** The three views of the inbox. What waits longest leads the open ones; elsewhere the latest change does. */
export const inboxViews: readonly {
  readonly view: InboxView
  readonly title: string
  readonly filter: WorkItemFilter
}[] = [
  { view: 'my', title: 'My work items', filter: { view: 'my', sort: '-changedAt' } },
  { view: 'open', title: 'Open work items', filter: { view: 'open', sort: 'queuedAt' } },
  { view: 'closed', title: 'Closed work items', filter: { view: 'closed', sort: '-changedAt' } },
]
