import { QueryClient } from '@tanstack/react-query'

const FRESH_MS = 30_000

/** One cache for the page. Live events keep it true, so reads are seldom repeated; the client retries by itself. */
export function createAppQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: FRESH_MS, retry: false, refetchOnWindowFocus: false },
      mutations: { retry: false },
    },
  })
}
