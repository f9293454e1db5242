import { useQueryClient } from '@tanstack/react-query'
import type { WorkItemView } from '@unified-routing/contract'
import { workItemQuery } from '../data/queries.ts'
import { useSessions } from './use-sessions.ts'

/** A record that is routed again has a new work item: its session goes, and the new one comes where the viewer may see it. */
export function useRoutedAgain(before: string): (workItem: WorkItemView) => void {
  const queryClient = useQueryClient()
  const { close, show } = useSessions()
  return (workItem) => {
    close(before)
    queryClient
      .fetchQuery({ ...workItemQuery(workItem.id), staleTime: 0 })
      .then(() => show(workItem.id))
      // It went to a queue of others: then the desk is clear of it.
      .catch(() => undefined)
  }
}
