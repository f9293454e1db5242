import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { organizationQuery, queuesQuery, representativesQuery, workItemListQuery } from '../data/queries.ts'
import { appRoute } from '../routes/app-route.ts'
import { alertsQuery } from './alert-queries.ts'
import { queueFiguresQuery, representativeFiguresQuery } from './figure-queries.ts'
import { reportQuery } from './history-query.ts'
import { parseHistorySearch } from './history-search.ts'
import { ongoingFilter } from './ongoing-filter.ts'
import { savedViewsQuery } from './saved-view-queries.ts'
import { parseQueuesSearch, parseRepresentativesSearch, parseWorkSearch } from './supervisor-search.ts'

const start = createRoute({
  getParentRoute: () => appRoute,
  path: '/supervisor',
  beforeLoad: () => {
    throw redirect({ to: '/supervisor/queues' })
  },
})

const queues = createRoute({
  getParentRoute: () => appRoute,
  path: '/supervisor/queues',
  validateSearch: parseQueuesSearch,
  loaderDeps: ({ search: { period } }) => ({ period }),
  loader: ({ context: { queryClient }, deps }) =>
    Promise.all([
      queryClient.ensureQueryData({ ...queueFiguresQuery(deps.period ?? 'today'), revalidateIfStale: true }),
      queryClient.ensureQueryData(savedViewsQuery),
    ]),
  component: lazyRouteComponent(() => import('./queues-page.tsx'), 'QueuesPage'),
})

const representatives = createRoute({
  getParentRoute: () => appRoute,
  path: '/supervisor/representatives',
  validateSearch: parseRepresentativesSearch,
  loaderDeps: ({ search: { period } }) => ({ period }),
  loader: ({ context: { queryClient }, deps }) =>
    Promise.all([
      queryClient.ensureQueryData({ ...representativeFiguresQuery(deps.period ?? 'today'), revalidateIfStale: true }),
      queryClient.ensureQueryData({ ...representativesQuery, revalidateIfStale: true }),
      queryClient.ensureQueryData(queuesQuery),
      queryClient.ensureQueryData(savedViewsQuery),
    ]),
  component: lazyRouteComponent(() => import('./representatives-page.tsx'), 'RepresentativesPage'),
})

const work = createRoute({
  getParentRoute: () => appRoute,
  path: '/supervisor/work',
  validateSearch: parseWorkSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) =>
    Promise.all([
      queryClient.ensureInfiniteQueryData({ ...workItemListQuery(ongoingFilter(deps)), revalidateIfStale: true }),
      queryClient.ensureQueryData(queuesQuery),
      queryClient.ensureQueryData(savedViewsQuery),
    ]),
  component: lazyRouteComponent(() => import('./work-page.tsx'), 'WorkPage'),
})

const wall = createRoute({
  getParentRoute: () => appRoute,
  path: '/supervisor/wall',
  loader: ({ context: { queryClient } }) =>
    queryClient.ensureQueryData({ ...queueFiguresQuery('today'), revalidateIfStale: true }),
  component: lazyRouteComponent(() => import('./wall-page.tsx'), 'WallPage'),
})

const history = createRoute({
  getParentRoute: () => appRoute,
  path: '/supervisor/history',
  validateSearch: parseHistorySearch,
  loaderDeps: ({ search: { figure: _, ...question } }) => question,
  loader: async ({ context: { queryClient }, deps }) => {
    const { timeZone } = await queryClient.ensureQueryData(organizationQuery)
    await Promise.all([
      queryClient.ensureQueryData({ ...reportQuery(deps, timeZone), revalidateIfStale: true }),
      queryClient.ensureQueryData(queuesQuery),
    ])
  },
  component: lazyRouteComponent(() => import('./history-page.tsx'), 'HistoryPage'),
})

const alerts = createRoute({
  getParentRoute: () => appRoute,
  path: '/supervisor/alerts',
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData({ ...alertsQuery, revalidateIfStale: true }),
  component: lazyRouteComponent(() => import('./alerts-page.tsx'), 'AlertsPage'),
})

/** The pages of those who supervise. */
export const supervisorRoutes = [start, queues, representatives, work, wall, history, alerts]
