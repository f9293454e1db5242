import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { configurationQuery } from '../../data/queries.ts'
import { appRoute } from '../../routes/app-route.ts'

const settings = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/settings',
  loader: ({ context: { queryClient } }) =>
    queryClient.ensureQueryData({ ...configurationQuery, revalidateIfStale: true }),
  component: lazyRouteComponent(() => import('../settings/settings.tsx'), 'SettingsPage'),
})

export const settingsRoutes = [settings] as const
