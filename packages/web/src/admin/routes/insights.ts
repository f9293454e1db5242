import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { healthQuery } from '../../data/enabling-queries.ts'
import { appRoute } from '../../routes/app-route.ts'

const health = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/health',
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData({ ...healthQuery, revalidateIfStale: true }),
  component: lazyRouteComponent(() => import('../health/health-page.tsx'), 'HealthPage'),
})

/** Simulator, health check and audit log. */
export const insightRoutes = [health] as const
