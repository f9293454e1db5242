import type { WorkItemView } from '@unified-routing/contract'
import { useCallback, useEffect, useState } from 'react'
import { useLiveFeed } from '../data/live-context.ts'
import { announce } from '../ui/announcer.tsx'
import { useAddSession } from './use-sessions.ts'

/** More at once, or for longer, than anybody reads; the inbox has them all. */
const SHOWN_MAX = 2
const SHOWN_MS = 20_000

export interface Assignments {
  readonly assigned: readonly WorkItemView[]
  readonly dismiss: (id: string) => void
}

/** What was given to the viewer without asking since the page was opened, until it is dismissed or has been there long enough. */
export function useAssignments(representative: string): Assignments {
  const feed = useLiveFeed()
  const addSession = useAddSession()
  const [assigned, setAssigned] = useState<readonly WorkItemView[]>([])
  const dismiss = useCallback((id: string) => setAssigned((all) => without(all, id)), [])
  useEffect(
    () =>
      feed.onEvent(({ event, workItem }) => {
        if (workItem === null) return
        const isGone = workItem.assignedTo !== representative
        if (isGone) dismiss(workItem.id)
        if (isGone || event.type !== 'workItem.assigned' || event.mode === 'pick') return
        setAssigned((all) => [...all.filter((item) => item.id !== workItem.id), workItem].slice(-SHOWN_MAX))
        // Its customer is there already, so it does not wait to be opened.
        if (workItem.kind === 'conversation') addSession(workItem.id)
        announce(`Assigned to you: ${workItem.title}`, 'assertive')
        setTimeout(() => dismiss(workItem.id), SHOWN_MS)
      }),
    [feed, representative, dismiss, addSession],
  )
  return { assigned, dismiss }
}

/** The same list when it is not in it: what happens to the work of others draws nothing anew. */
function without(items: readonly WorkItemView[], id: string): readonly WorkItemView[] {
  return items.some((item) => item.id === id) ? items.filter((item) => item.id !== id) : items
}
