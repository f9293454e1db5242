import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { isUnauthenticated } from '../data/failure-text.ts'
import * as queries from '../data/queries.ts'

interface RouterContext {
  readonly queryClient: QueryClient
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({ component: Outlet })

/** Everything behind the sign-in. Who is not signed in is asked, and comes back to where they were going. */
export const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(queries.sessionQuery).catch((error: unknown) => {
      if (!isUnauthenticated(error)) throw error
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } })
    })
    if (session.mustChangePassword) throw redirect({ to: '/change-password' })
    return { session }
  },
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.ensureQueryData(queries.organizationQuery),
      queryClient.ensureQueryData(queries.tablesQuery),
      queryClient.ensureQueryData(queries.representativesQuery),
    ]),
  component: lazyRouteComponent(() => import('../shell/shell.tsx'), 'Shell'),
})
