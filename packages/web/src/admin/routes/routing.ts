import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { appRoute } from '../../routes/app-route.ts'

const unifiedRouting = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/unified-routing',
  component: lazyRouteComponent(() => import('../unified-routing-page.tsx'), 'UnifiedRoutingPage'),
})

export const routingRoutes = [unifiedRouting] as const
