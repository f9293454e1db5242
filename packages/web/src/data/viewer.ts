import { type QueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { SessionView } from '@unified-routing/contract'
import { useMemo } from 'react'
import { may } from './permissions.ts'
import { organizationQuery, representativesQuery, sessionQuery } from './queries.ts'

/** Who looks at the page, as far as it decides what belongs in their lists. */
export interface Viewer {
  readonly representative: string | null
  readonly queues: readonly string[]
  readonly seesAllWork: boolean
}

/** The viewer as the cache knows them; null before the session is read. */
export function viewerOf(queryClient: QueryClient): Viewer | null {
  const session = queryClient.getQueryData(sessionQuery.queryKey)
  if (!session) return null
  const known = queryClient.getQueryData(representativesQuery.queryKey) ?? []
  return {
    representative: session.representative,
    queues: known.find((one) => one.name === session.representative)?.queues ?? [],
    seesAllWork: may(session, 'seeAllWork'),
  }
}

export function useSession(): SessionView {
  return useSuspenseQuery(sessionQuery).data
}

export function useOrganization() {
  return useSuspenseQuery(organizationQuery).data
}

/** Gives the full name of a representative, which is what people know them by. */
export function useFullNames(): (representative: string) => string {
  const { data } = useSuspenseQuery(representativesQuery)
  return useMemo(() => {
    const names = new Map(data.map((one) => [one.name, one.fullName]))
    return (representative) => names.get(representative) ?? representative
  }, [data])
}
