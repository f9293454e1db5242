import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { appRoute } from '../../routes/app-route.ts'
import { loadNoun } from '../frame/load-noun.ts'
import { parseNounFormSearch, parseNounListSearch } from '../frame/noun-search.ts'

const list = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/$noun',
  validateSearch: parseNounListSearch,
  loader: ({ context: { queryClient }, params }) => loadNoun(params.noun, queryClient),
  component: lazyRouteComponent(() => import('../frame/noun-route-pages.tsx'), 'NounListPage'),
})

/** Not below the list: a row may be called "new". */
const fresh = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/new/$noun',
  validateSearch: parseNounFormSearch,
  loader: ({ context: { queryClient }, params }) => loadNoun(params.noun, queryClient),
  component: lazyRouteComponent(() => import('../frame/noun-route-pages.tsx'), 'NewNounPage'),
})

const stored = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/$noun/$name',
  validateSearch: parseNounFormSearch,
  loader: ({ context: { queryClient }, params }) => loadNoun(params.noun, queryClient),
  component: lazyRouteComponent(() => import('../frame/noun-route-pages.tsx'), 'NounPage'),
})

/** The pages of every noun of the configuration: lists, new rows, stored rows. */
export const nounRoutes = [list, fresh, stored] as const
