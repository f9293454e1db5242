import type { WorkItemView } from '@unified-routing/contract'
import type { Drafts } from './draft-store.ts'

const liveChannels: ReadonlySet<WorkItemView['channel']> = new Set(['liveChat', 'voice'])

/** Whether closing the session of an item ends or hands on the viewer's part in it: conversations do, records stay theirs. */
export function isClosedWithSession(item: WorkItemView | undefined, representative: string | null): boolean {
  if (!item || item.kind === 'record' || item.state === 'Closed') return false
  return item.assignedTo !== null && item.assignedTo === representative
}

/** What goes with a session that is closed; null: nothing, so nobody needs to be asked. */
export function closingText(item: WorkItemView | undefined, representative: string | null, drafts: Drafts) {
  const fate = item && isClosedWithSession(item, representative) ? fateText(item) : null
  const typed = Object.keys(drafts).length > 0 ? 'What you typed and did not send or save is lost.' : null
  if (fate === null) return typed
  return typed === null ? fate : `${fate} ${typed}`
}

function fateText({ channel, state }: WorkItemView): string {
  if (state === 'Wrap-up') return 'The conversation is closed with it.'
  return liveChannels.has(channel)
    ? 'The conversation has not ended: it goes back to its queue, to somebody else who is free.'
    : 'The conversation has not ended: it waits, and comes back when the customer writes.'
}
