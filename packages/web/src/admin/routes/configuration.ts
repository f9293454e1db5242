import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as queries from '../../data/queries.ts'
import { appRoute } from '../../routes/app-route.ts'

const configuration = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/configuration',
  loader: ({ context: { queryClient } }) =>
    queryClient.ensureQueryData({ ...queries.configurationQuery, revalidateIfStale: true }),
  component: lazyRouteComponent(() => import('../configuration-page.tsx'), 'ConfigurationPage'),
})

export const configurationRoutes = [configuration] as const
