import type { QueryClient } from '@tanstack/react-query'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as queries from '../../data/queries.ts'
import { appRoute } from '../../routes/app-route.ts'
import { parseWorkstreamSearch } from '../workstreams/stages.ts'

/** What the pages of rules read: the document, and the queues as they are now for Try it. */
function loadRules({ context: { queryClient } }: { readonly context: { readonly queryClient: QueryClient } }) {
  return Promise.all([
    queryClient.ensureQueryData({ ...queries.configurationQuery, revalidateIfStale: true }),
    queryClient.ensureQueryData(queries.queuesQuery),
  ])
}

const recordRouting = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/record-routing',
  loader: loadRules,
  component: lazyRouteComponent(() => import('../record-routing/record-routing-page.tsx'), 'RecordRoutingPage'),
})

const recordType = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/record-routing/$table',
  loader: loadRules,
  component: lazyRouteComponent(() => import('../record-routing/record-type-page.tsx'), 'RecordTypePage'),
})

/** Its list and the form of a new one are pages of the frame. */
const workstream = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/workstreams/$name',
  validateSearch: parseWorkstreamSearch,
  loader: loadRules,
  component: lazyRouteComponent(() => import('../workstreams/workstream-page.tsx'), 'WorkstreamPage'),
})

/** Workstreams and record routing: the rules. */
export const workstreamRoutes = [recordRouting, recordType, workstream] as const
