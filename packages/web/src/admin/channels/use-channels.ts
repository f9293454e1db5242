import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ChannelList, ChannelView, LicenceName } from '@unified-routing/contract'
import { api } from '../../data/api.ts'
import { channelsQuery, healthQuery, unifiedRoutingQuery } from '../../data/enabling-queries.ts'

type SwitchedChannel = Exclude<ChannelView['channel'], 'record'>

export function useSwitchChannel() {
  const follow = useFollow()
  return useMutation({
    mutationFn: ({ channel, enabled }: { readonly channel: ChannelView['channel']; readonly enabled: boolean }) =>
      api.channels.set(switched(channel), enabled),
    onSuccess: follow,
  })
}

export function useSetLicence() {
  const follow = useFollow()
  return useMutation({
    mutationFn: ({ licence, granted }: { readonly licence: LicenceName; readonly granted: boolean }) =>
      api.licences.set(licence, granted),
    onSuccess: follow,
  })
}

function switched(channel: ChannelView['channel']): SwitchedChannel {
  if (channel === 'record') throw new Error('Records are no channel to switch.')
  return channel
}

/** The answer is the new list; what else depends on it is read again. */
function useFollow() {
  const queryClient = useQueryClient()
  return (list: ChannelList) => {
    queryClient.setQueryData(channelsQuery.queryKey, list)
    return Promise.all(
      [healthQuery, unifiedRoutingQuery].map(({ queryKey }) => queryClient.invalidateQueries({ queryKey })),
    )
  }
}
