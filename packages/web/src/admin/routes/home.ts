import { createRoute, redirect } from '@tanstack/react-router'
import { appRoute } from '../../routes/app-route.ts'

const home = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin',
  beforeLoad: () => {
    throw redirect({ to: '/admin/unified-routing' })
  },
})

export const homeRoutes = [home] as const
