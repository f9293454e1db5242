import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { changeUnread } from './inbox-cache.ts'
import { applyWorkItem } from './live-cache.ts'
import { workItemQuery } from './queries.ts'
import { tabChannel } from './tab-channel.ts'

/** Looks again at what another tab of this browser has changed, should the live stream of this one be slow or gone. */
export function useOtherTabs(): void {
  const queryClient = useQueryClient()
  useEffect(
    () =>
      tabChannel.listen(({ type, id }) => {
        if (type === 'read') changeUnread(queryClient, id, () => 0)
        if (type !== 'changed') return
        queryClient
          .fetchQuery({ ...workItemQuery(id), staleTime: 0 })
          .then((item) => applyWorkItem(queryClient, item))
          // Out of sight for this person, or the server is away: the stream tells when it is back.
          .catch(() => undefined)
      }),
    [queryClient],
  )
}
