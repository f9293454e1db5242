import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { setUpQuery } from '../../data/enabling-queries.ts'
import { appRoute } from '../../routes/app-route.ts'

const home = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin',
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData({ ...setUpQuery, revalidateIfStale: true }),
  component: lazyRouteComponent(() => import('../home/home-page.tsx'), 'HomePage'),
})

export const homeRoutes = [home] as const
