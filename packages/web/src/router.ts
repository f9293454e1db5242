import type { QueryClient } from '@tanstack/react-query'
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { adminRoutes } from './admin/routes/admin-routes.ts'
import * as queries from './data/queries.ts'
import { ownSessionsQuery } from './data/security-queries.ts'
import { rowFilterOf } from './records/row-filter.ts'
import { appRoute, rootRoute } from './routes/app-route.ts'
import * as search from './search-params.ts'
import { homePath } from './shell/apps.ts'
import { MAIN_ID } from './shell/main-id.ts'
import { supervisorRoutes } from './supervisor/supervisor-routes.ts'
import { PageError } from './ui/page-error.tsx'
import { PageLoading } from './ui/page-loading.tsx'
import { PageNotFound } from './ui/page-not-found.tsx'

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: search.parseSignInSearch,
  component: lazyRouteComponent(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage'),
})

const singleSignOn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in/callback',
  component: lazyRouteComponent(() => import('./sign-in/single-sign-on-page.tsx'), 'SingleSignOnPage'),
})

const invitation = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./sign-in/invitation-page.tsx'), 'InvitationPage'),
})

const changePassword = createRoute({
  getParentRoute: () => rootRoute,
  path: '/change-password',
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(queries.sessionQuery),
  component: lazyRouteComponent(() => import('./sign-in/change-password-page.tsx'), 'ChangePasswordPage'),
})

const account = createRoute({
  getParentRoute: () => appRoute,
  path: '/account',
  loader: ({ context: { queryClient } }) =>
    queryClient.ensureQueryData({ ...ownSessionsQuery, revalidateIfStale: true }),
  component: lazyRouteComponent(() => import('./account/account-page.tsx'), 'AccountPage'),
})

const home = createRoute({
  getParentRoute: () => appRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: homePath(context.session) })
  },
})

const tables = createRoute({
  getParentRoute: () => appRoute,
  path: '/tables',
  beforeLoad: () => {
    throw redirect({ to: '/tables/$table', params: { table: 'case' } })
  },
})

const rowList = createRoute({
  getParentRoute: () => appRoute,
  path: '/tables/$table',
  validateSearch: search.parseRowListSearch,
  loaderDeps: ({ search: filters }) => filters,
  loader: ({ context: { queryClient }, params, deps }) =>
    queryClient.ensureInfiniteQueryData({
      ...queries.rowListQuery(params.table, rowFilterOf(params.table, deps)),
      revalidateIfStale: true,
    }),
  component: lazyRouteComponent(() => import('./records/row-list-page.tsx'), 'RowListPage'),
})

const newRow = createRoute({
  getParentRoute: () => appRoute,
  path: '/tables/$table/new',
  component: lazyRouteComponent(() => import('./records/new-row-page.tsx'), 'NewRowPage'),
})

const row = createRoute({
  getParentRoute: () => appRoute,
  path: '/tables/$table/$id',
  loader: ({ context: { queryClient }, params }) =>
    queryClient.ensureQueryData({ ...queries.rowQuery(params.table, params.id), revalidateIfStale: true }),
  component: lazyRouteComponent(() => import('./records/row-page.tsx'), 'RowPage'),
})

const workspace = createRoute({
  getParentRoute: () => appRoute,
  path: '/workspace',
  validateSearch: search.parseWorkspaceSearch,
  component: lazyRouteComponent(() => import('./workspace/workspace-page.tsx'), 'WorkspacePage'),
})

const nothingOpen = createRoute({
  getParentRoute: () => workspace,
  path: '/',
  component: lazyRouteComponent(() => import('./workspace/nothing-open.tsx'), 'NothingOpen'),
})

const openItem = createRoute({
  getParentRoute: () => workspace,
  path: '$id',
  loader: ({ context: { queryClient }, params }) =>
    queryClient.ensureQueryData({ ...queries.workItemQuery(params.id), revalidateIfStale: true }),
  component: lazyRouteComponent(() => import('./workspace/open-item.tsx'), 'OpenItem'),
})

const workItems = createRoute({
  getParentRoute: () => appRoute,
  path: '/diagnostics',
  validateSearch: search.parseWorkItemListSearch,
  loaderDeps: ({ search: filters }) => filters,
  loader: ({ context: { queryClient }, deps }) =>
    Promise.all([
      queryClient.ensureInfiniteQueryData({ ...queries.workItemListQuery(deps), revalidateIfStale: true }),
      queryClient.ensureQueryData(queries.queuesQuery),
    ]),
  component: lazyRouteComponent(() => import('./diagnostics/work-item-list-page.tsx'), 'WorkItemListPage'),
})

const workItem = createRoute({
  getParentRoute: () => appRoute,
  path: '/diagnostics/$id',
  validateSearch: search.parseWorkItemSearch,
  loader: ({ context: { queryClient }, params }) =>
    Promise.all([
      queryClient.ensureQueryData({ ...queries.diagnosticsQuery(params.id), revalidateIfStale: true }),
      queryClient.ensureQueryData({ ...queries.journalQuery(params.id), revalidateIfStale: true }),
    ]),
  component: lazyRouteComponent(() => import('./diagnostics/work-item-page.tsx'), 'WorkItemPage'),
})

const routeTree = rootRoute.addChildren([
  signIn,
  singleSignOn,
  invitation,
  changePassword,
  appRoute.addChildren([
    home,
    account,
    tables,
    rowList,
    newRow,
    row,
    workspace.addChildren([nothingOpen, openItem]),
    workItems,
    workItem,
    ...supervisorRoutes,
    ...adminRoutes,
  ]),
])

/** The pages and how they are reached. Each page is a loader here and a view in its own chunk. */
export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    // The query cache decides what is fresh, not the router.
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 200,
    scrollRestoration: true,
    // A new page begins at its top; only Back finds the place again.
    scrollToTopSelectors: [`#${MAIN_ID}`],
    defaultErrorComponent: PageError,
    defaultPendingComponent: PageLoading,
    defaultNotFoundComponent: PageNotFound,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
