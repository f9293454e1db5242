import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { may } from '../../data/permissions.ts'
import { configurationQuery } from '../../data/queries.ts'
import * as queries from '../../data/security-queries.ts'
import { appRoute } from '../../routes/app-route.ts'
import { parseAccountsSearch } from '../security/accounts-search.ts'

const roles = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/security/roles',
  component: lazyRouteComponent(() => import('../security/roles-page.tsx'), 'RolesPage'),
})

const accounts = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/security/accounts',
  validateSearch: parseAccountsSearch,
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.ensureQueryData({ ...queries.accountStandingsQuery, revalidateIfStale: true }),
      queryClient.ensureQueryData(configurationQuery),
      queryClient.ensureQueryData({ ...queries.businessUnitsQuery, revalidateIfStale: true }),
    ]),
  component: lazyRouteComponent(() => import('../security/accounts-page.tsx'), 'AccountsPage'),
})

const businessUnits = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/security/business-units',
  loader: ({ context: { queryClient } }) =>
    queryClient.ensureQueryData({ ...queries.businessUnitsQuery, revalidateIfStale: true }),
  component: lazyRouteComponent(() => import('../security/business-units-page.tsx'), 'BusinessUnitsPage'),
})

const apiKeys = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/security/api-keys',
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.ensureQueryData({ ...queries.apiKeysQuery, revalidateIfStale: true }),
      queryClient.ensureQueryData(configurationQuery),
    ]),
  component: lazyRouteComponent(() => import('../security/api-keys-page.tsx'), 'ApiKeysPage'),
})

const signIn = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/security/sign-in',
  loader: ({ context: { queryClient, session } }) =>
    Promise.all([
      queryClient.ensureQueryData({ ...queries.signInSettingsQuery, revalidateIfStale: true }),
      may(session, 'manageAccounts')
        ? queryClient.ensureQueryData({ ...queries.lockOutsQuery, revalidateIfStale: true })
        : null,
    ]),
  component: lazyRouteComponent(() => import('../security/sign-in-settings-page.tsx'), 'SignInSettingsPage'),
})

/** Roles, business units, sign-in and API keys. */
export const securityRoutes = [roles, accounts, businessUnits, apiKeys, signIn] as const
