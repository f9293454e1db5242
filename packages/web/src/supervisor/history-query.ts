import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type QueryOf } from '../data/api.ts'
import { datesOf, type HistorySearch, instantsOf } from './history-search.ts'

/** The report that an address of the page asks for. */
export const reportQuery = (search: HistorySearch, timeZone: string) => {
  const { by = 'day', queue, representative, channel } = search
  const question: QueryOf<'getReport'> = {
    ...instantsOf(datesOf(search, timeZone), timeZone),
    by,
    ...(queue === undefined ? {} : { queue }),
    ...(representative === undefined ? {} : { representative }),
    ...(channel === undefined ? {} : { channel }),
  }
  return queryOptions({
    queryKey: ['report', question],
    queryFn: ({ signal }) => api.figures.report(question, signal),
    staleTime: 0,
    placeholderData: keepPreviousData,
  })
}
