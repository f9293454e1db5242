import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../data/api.ts'
import type { PeriodName } from './supervisor-search.ts'

/** What time alone changes, such as the edge of the last two hours, is read again this often. */
const LOOK_EVERY_MS = 60_000

export const queueFiguresQuery = (period: PeriodName) =>
  queryOptions({
    queryKey: ['figures', 'queues', period],
    queryFn: ({ signal }) => api.figures.ofQueues({ period }, signal),
    staleTime: 0,
    refetchInterval: LOOK_EVERY_MS,
    placeholderData: keepPreviousData,
  })

export const representativeFiguresQuery = (period: PeriodName) =>
  queryOptions({
    queryKey: ['figures', 'representatives', period],
    queryFn: ({ signal }) => api.figures.ofRepresentatives({ period }, signal),
    staleTime: 0,
    refetchInterval: LOOK_EVERY_MS,
    placeholderData: keepPreviousData,
  })
