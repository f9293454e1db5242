import type { WorkItem } from '@unified-routing/routing'

/** Whether the customer's side of a conversation is over: wrapping up is for the representative alone. */
export function isOver({ state }: Pick<WorkItem, 'state'>): boolean {
  return state === 'Closed' || state === 'Wrap-up'
}
