import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { useLiveFeed } from '../data/live-context.ts'
import { type PresenceSetter, readSetter, rememberSetter } from './presence-setter.ts'

const setterQuery = (representative: string) =>
  queryOptions({
    queryKey: ['presence-setter', representative],
    queryFn: () => readSetter(representative),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Who changed the presence of the viewer last, as the stream told it or as they did it here. */
export function usePresenceSetter(representative: string) {
  const feed = useLiveFeed()
  const queryClient = useQueryClient()
  const { data: setter = null } = useQuery(setterQuery(representative))
  const learn = useCallback(
    (learned: PresenceSetter) => {
      rememberSetter(representative, learned)
      queryClient.setQueryData(setterQuery(representative).queryKey, learned)
    },
    [representative, queryClient],
  )
  useEffect(
    () =>
      feed.onEvent(({ event }) => {
        if (event.type !== 'representative.presenceChanged' || event.representative !== representative) return
        if (event.setBy === 'manual') learn({ at: event.at, by: event.actor.name })
      }),
    [feed, representative, learn],
  )
  return { setter, learn }
}
