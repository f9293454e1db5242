import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '../../data/api.ts'

const PAGE_SIZE = '50'
const NO_CURSOR = ''

/** Versions do not change; new ones come with the configuration, so both go by its noun in the cache. */
export const versionListQuery = infiniteQueryOptions({
  queryKey: ['configuration', 'versions'],
  queryFn: ({ pageParam }) =>
    api.configuration.versions({ limit: PAGE_SIZE, ...(pageParam === NO_CURSOR ? {} : { cursor: pageParam }) }),
  initialPageParam: NO_CURSOR,
  getNextPageParam: (page) => page.nextCursor,
})

export const versionQuery = (version: number) =>
  queryOptions({
    queryKey: ['configuration', 'version', version],
    queryFn: () => api.configuration.version(version),
  })

export const differenceQuery = (version: number, from?: number) =>
  queryOptions({
    queryKey: ['configuration', 'difference', version, from ?? null],
    queryFn: () => api.configuration.difference(version, from),
  })
