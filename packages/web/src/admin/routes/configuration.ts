import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router'
import * as queries from '../../data/queries.ts'
import { appRoute } from '../../routes/app-route.ts'
import { differenceQuery, versionListQuery, versionQuery } from '../versions/version-queries.ts'

const configuration = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/configuration',
  loader: ({ context: { queryClient } }) =>
    queryClient.ensureQueryData({ ...queries.configurationQuery, revalidateIfStale: true }),
  component: lazyRouteComponent(() => import('../configuration-page.tsx'), 'ConfigurationPage'),
})

const versions = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/versions',
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.ensureQueryData(queries.configurationQuery),
      queryClient.ensureInfiniteQueryData({ ...versionListQuery, revalidateIfStale: true }),
    ]),
  component: lazyRouteComponent(() => import('../versions/versions-page.tsx'), 'VersionsPage'),
})

const version = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/versions/$version',
  params: {
    parse: ({ version: text }) => {
      if (!/^[1-9]\d{0,8}$/.test(text)) throw notFound()
      return { version: Number(text) }
    },
    stringify: ({ version: number }) => ({ version: `${number}` }),
  },
  validateSearch: ({ from }: Record<string, unknown>): { from?: number } =>
    typeof from === 'number' && Number.isInteger(from) && from > 0 ? { from } : {},
  loaderDeps: ({ search: { from } }) => ({ from }),
  loader: ({ context: { queryClient }, params: { version: number }, deps: { from } }) =>
    Promise.all([
      queryClient.ensureQueryData(queries.configurationQuery),
      queryClient.ensureQueryData(versionQuery(number)),
      queryClient.ensureQueryData(differenceQuery(number, from)),
    ]),
  component: lazyRouteComponent(() => import('../versions/version-page.tsx'), 'VersionPage'),
})

export const configurationRoutes = [configuration, versions, version] as const
