import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { healthQuery } from '../../data/enabling-queries.ts'
import { appRoute } from '../../routes/app-route.ts'
import { auditEntryQuery, auditListQuery } from '../audit/audit-queries.ts'
import { auditFilterOf, parseAuditSearch } from '../audit/audit-search.ts'

const health = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/health',
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData({ ...healthQuery, revalidateIfStale: true }),
  component: lazyRouteComponent(() => import('../health/health-page.tsx'), 'HealthPage'),
})

const audit = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/audit',
  validateSearch: parseAuditSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) =>
    queryClient.ensureInfiniteQueryData({ ...auditListQuery(auditFilterOf(deps)), revalidateIfStale: true }),
  component: lazyRouteComponent(() => import('../audit/audit-page.tsx'), 'AuditPage'),
})

const auditEntry = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/audit/$id',
  loader: ({ context: { queryClient }, params: { id } }) => queryClient.ensureQueryData(auditEntryQuery(id)),
  component: lazyRouteComponent(() => import('../audit/audit-entry-page.tsx'), 'AuditEntryPage'),
})

/** Simulator, health check and audit log. */
export const insightRoutes = [health, audit, auditEntry] as const
