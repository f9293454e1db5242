import type { JournalEvent, WorkItemView } from '@unified-routing/contract'
import { useEffect } from 'react'
import { useLiveFeed } from '../../data/live-context.ts'
import { useFullNames } from '../../data/viewer.ts'
import { useNotify } from '../../ui/notices.tsx'

/** Tells whoever has the conversation that a colleague they have asked said no, or nothing in time. */
export function useAnswersTold(item: WorkItemView, viewer: string | null): void {
  const feed = useLiveFeed()
  const notify = useNotify()
  const nameOf = useFullNames()
  const isMine = item.assignedTo !== null && item.assignedTo === viewer
  useEffect(() => {
    if (!isMine) return
    return feed.onEvent(({ event }) => {
      if (event.workItem !== item.id || event.representative === null) return
      const what = refusedWhat(event)
      if (what !== null) notify({ title: `${nameOf(event.representative)} ${what}`, intent: 'warning' })
    })
  }, [feed, notify, nameOf, isMine, item.id])
}

function refusedWhat(event: JournalEvent): string | null {
  if (event.type !== 'workItem.participantLeft' && event.type !== 'workItem.offerWithdrawn') return null
  const asked = event.type === 'workItem.participantLeft' ? 'consult' : 'transfer'
  if (event.reason === 'AgentReject') return `declined the ${asked}`
  return event.reason === 'AgentTimeout' ? `did not answer the ${asked}` : null
}
