import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { consentQuery, unifiedRoutingQuery } from '../../data/enabling-queries.ts'
import { appRoute } from '../../routes/app-route.ts'

const unifiedRouting = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/unified-routing',
  loader: ({ context: { queryClient } }) =>
    queryClient.ensureQueryData({ ...unifiedRoutingQuery, revalidateIfStale: true }),
  component: lazyRouteComponent(() => import('../enabling/unified-routing-page.tsx'), 'UnifiedRoutingPage'),
})

const consent = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/unified-routing/consent',
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData({ ...consentQuery, revalidateIfStale: true }),
  component: lazyRouteComponent(() => import('../enabling/consent-page.tsx'), 'ConsentPage'),
})

export const routingRoutes = [unifiedRouting, consent] as const
