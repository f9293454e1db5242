import { useQuery } from '@tanstack/react-query'
import { queuesQuery } from '../../data/queries.ts'

const RENEW_MS = 10_000

/** How much waits in a queue at this moment. */
export function WaitingCount({ queue }: { readonly queue: string }) {
  const { data } = useQuery({
    ...queuesQuery,
    refetchInterval: RENEW_MS,
    select: (queues) => queues.find(({ name }) => name === queue)?.waiting ?? null,
  })
  return <>{data ?? '–'}</>
}
