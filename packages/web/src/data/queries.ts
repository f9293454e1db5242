import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type MessageView, operations } from '@unified-routing/contract'
import type { Configuration } from '@unified-routing/routing'
import { api, type QueryOf } from './api.ts'

const PAGE_SIZE = '50'
const INBOX_PAGE_SIZE = '100'
const MESSAGES_A_PAGE = '200'
/** Messages of one conversation that are read at most. */
const MESSAGES_MAX = 10_000
const NO_CURSOR = ''
/** Configuration-like reads change seldom, and the live stream says when. */
const SETTLED_MS = 10 * 60_000

/** Every read of the application with its place in the cache. Keys begin with the noun they hold. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => api.call(operations.getSession, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

/** What the sign-in page offers beside e-mail and password. */
export const signInOptionsQuery = queryOptions({
  queryKey: ['sign-in-options'],
  queryFn: () => api.signIn.options(),
  staleTime: SETTLED_MS,
})

/** Whom the link of an invitation is for. */
export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: () => api.invitations.read(token),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })

export const organizationQuery = queryOptions({
  queryKey: ['organization'],
  queryFn: ({ signal }) => api.call(operations.getOrganization, { signal }),
  staleTime: SETTLED_MS,
})

/** The configuration as the page knows it. */
export interface ConfigurationInCache {
  readonly document: Configuration
  readonly version: number
}

export const configurationQuery = queryOptions({
  queryKey: ['configuration'],
  queryFn: async ({ signal }): Promise<ConfigurationInCache> => {
    const [{ reply, version }, { readConfiguration }] = await Promise.all([
      api.callVersioned(operations.getConfiguration, { signal }),
      import('./read-configuration.ts'),
    ])
    return { document: readConfiguration(reply), version: version ?? 0 }
  },
})

export const tablesQuery = queryOptions({
  queryKey: ['tables'],
  queryFn: async ({ signal }) => (await api.call(operations.listTables, { signal })).items,
  staleTime: SETTLED_MS,
})

export type RowListFilter = Pick<QueryOf<'listRows'>, 'filter' | 'sort'>

export const rowListQuery = (table: string, filter: RowListFilter) =>
  infiniteQueryOptions({
    queryKey: ['rows', table, filter],
    queryFn: ({ signal, pageParam }) =>
      api.call(operations.listRows, {
        params: { table },
        query: { ...filter, limit: PAGE_SIZE, ...cursorOf(pageParam) },
        signal,
      }),
    initialPageParam: NO_CURSOR,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  })

const SEARCH_RESULTS_MAX = '20'

/** The first rows that fit, to choose one of. */
export const rowSearchQuery = (table: string, filter: RowListFilter) =>
  queryOptions({
    queryKey: ['row-search', table, filter],
    queryFn: async ({ signal }) =>
      (
        await api.call(operations.listRows, {
          params: { table },
          query: { ...filter, limit: SEARCH_RESULTS_MAX },
          signal,
        })
      ).items,
  })

export const rowQuery = (table: string, id: string) =>
  queryOptions({
    queryKey: ['row', table, id],
    queryFn: ({ signal }) => api.call(operations.getRow, { params: { table, id }, signal }),
    staleTime: 0,
  })

export type WorkItemFilter = Pick<
  QueryOf<'listWorkItems'>,
  'view' | 'queue' | 'state' | 'sort' | 'representative' | 'channel'
>

export const workItemListQuery = (filter: WorkItemFilter) =>
  infiniteQueryOptions({
    queryKey: ['work-items', filter],
    meta: { workItemFilter: filter },
    queryFn: ({ signal, pageParam }) =>
      api.call(operations.listWorkItems, {
        query: { ...filter, limit: filter.view ? INBOX_PAGE_SIZE : PAGE_SIZE, ...cursorOf(pageParam) },
        signal,
      }),
    initialPageParam: NO_CURSOR,
    getNextPageParam: (page) => page.nextCursor,
  })

/** How much is in each view of the inbox, and what is unread. */
export const inboxQuery = queryOptions({
  queryKey: ['inbox'],
  queryFn: ({ signal }) => api.call(operations.getInbox, { signal }),
})

const HISTORY_SHOWN_MAX = '20'

/** The latest work for a customer, whoever did it. */
export const customerHistoryQuery = (customer: string) =>
  queryOptions({
    queryKey: ['customer-history', customer],
    queryFn: async ({ signal }) =>
      (
        await api.call(operations.listCustomerHistory, {
          params: { id: customer },
          query: { limit: HISTORY_SHOWN_MAX },
          signal,
        })
      ).items,
  })

export const workItemQuery = (id: string) =>
  queryOptions({
    queryKey: ['work-item', id],
    queryFn: ({ signal }) => api.call(operations.getWorkItem, { params: { id }, signal }),
  })

export const journalQuery = (id: string) =>
  queryOptions({
    queryKey: ['journal', id],
    queryFn: async ({ signal }) =>
      (await api.call(operations.listWorkItemJournal, { params: { id }, query: { limit: '200' }, signal })).items,
    staleTime: 0,
  })

export const diagnosticsQuery = (id: string) =>
  queryOptions({
    queryKey: ['diagnostics', id],
    queryFn: ({ signal }) => api.call(operations.getWorkItemDiagnostics, { params: { id }, signal }),
    staleTime: 0,
  })

/** What the customer answered when the conversation was over. */
export const surveyQuery = (id: string) =>
  queryOptions({
    queryKey: ['survey', id],
    queryFn: ({ signal }) => api.call(operations.getSurvey, { params: { id }, signal }),
    staleTime: 0,
  })

export const explanationQuery = (id: string, representative: string) =>
  queryOptions({
    queryKey: ['explanation', id, representative],
    queryFn: ({ signal }) =>
      api.call(operations.explainWorkItem, { params: { id }, query: { representative }, signal }),
    staleTime: 0,
  })

export const messagesQuery = (id: string) =>
  queryOptions({
    queryKey: ['messages', id],
    queryFn: ({ signal }) => allMessages(id, signal),
    staleTime: 0,
  })

/** What files a conversation takes; its widget says so, which seldom changes. */
export const fileRulesQuery = (id: string) =>
  queryOptions({
    queryKey: ['file-rules', id],
    queryFn: ({ signal }) => api.call(operations.getFileRules, { params: { id }, signal }),
  })

/** The whole conversation, page after page; the live stream adds what is said from then on. */
async function allMessages(id: string, signal: AbortSignal): Promise<readonly MessageView[]> {
  const messages: MessageView[] = []
  let cursor = NO_CURSOR
  do {
    const page = await api.call(operations.listMessages, {
      params: { id },
      query: { limit: MESSAGES_A_PAGE, ...cursorOf(cursor) },
      signal,
    })
    messages.push(...page.items)
    cursor = page.nextCursor ?? NO_CURSOR
  } while (cursor !== NO_CURSOR && messages.length < MESSAGES_MAX)
  return messages
}

export const representativesQuery = queryOptions({
  queryKey: ['representatives'],
  queryFn: async ({ signal }) => (await api.call(operations.listRepresentatives, { signal })).items,
})

export const representativeQuery = (name: string) =>
  queryOptions({
    queryKey: ['representative', name],
    queryFn: ({ signal }) => api.call(operations.getRepresentative, { params: { name }, signal }),
  })

export const queuesQuery = queryOptions({
  queryKey: ['queues'],
  queryFn: async ({ signal }) => (await api.call(operations.listQueues, { signal })).items,
})

const WAITING_SHOWN_MAX = '100'

/** What waits in a queue, in the order of service. */
export const waitingQuery = (name: string) =>
  queryOptions({
    queryKey: ['waiting', name],
    queryFn: ({ signal }) =>
      api.call(operations.listWaitingWorkItems, { params: { name }, query: { limit: WAITING_SHOWN_MAX }, signal }),
    staleTime: 0,
  })

function cursorOf(cursor: string) {
  return cursor === NO_CURSOR ? {} : { cursor }
}
