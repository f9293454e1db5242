import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as queries from '../../data/queries.ts'
import { appRoute } from '../../routes/app-route.ts'
import { parseNounFormSearch, parseNounListSearch } from '../frame/noun-search.ts'

const users = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/users',
  validateSearch: parseNounListSearch,
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(queries.configurationQuery),
  component: lazyRouteComponent(() => import('../users/users-page.tsx'), 'UsersPage'),
})

const importUsers = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/import/users',
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(queries.configurationQuery),
  component: lazyRouteComponent(() => import('../users/import-page.tsx'), 'ImportPage'),
})

const user = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/users/$name',
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(queries.configurationQuery),
  component: lazyRouteComponent(() => import('../users/user-page.tsx'), 'UserPage'),
})

const newUser = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/new/users',
  validateSearch: parseNounFormSearch,
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(queries.configurationQuery),
  component: lazyRouteComponent(() => import('../users/user-page.tsx'), 'NewUserPage'),
})

const personas = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/personas',
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(queries.configurationQuery),
  component: lazyRouteComponent(() => import('../users/personas-page.tsx'), 'PersonasPage'),
})

/** User management. */
export const userRoutes = [users, importUsers, user, newUser, personas] as const
