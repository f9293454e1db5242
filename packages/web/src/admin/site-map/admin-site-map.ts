import type { SessionView } from '@unified-routing/contract'
import type { SiteMapGroup } from '../../shell/site-map.tsx'
import { configurationPages } from './configuration.tsx'
import { customerSupportPages } from './customer-support.tsx'
import { dataPages } from './data.tsx'
import { homePages } from './home.tsx'
import { insightPages } from './insights.tsx'
import { routingPages } from './routing.tsx'
import { securityPages } from './security.tsx'

const groups: readonly SiteMapGroup[] = [
  { title: null, pages: homePages },
  { title: 'Routing', pages: routingPages },
  { title: 'Customer support', pages: customerSupportPages },
  { title: 'Data', pages: dataPages },
  { title: 'Insights', pages: insightPages },
  { title: 'Configuration', pages: configurationPages },
  { title: 'Security', pages: securityPages },
]

/** The pages of the admin center that are for this person, by subject. */
export function adminSiteMap(session: SessionView): readonly SiteMapGroup[] {
  return groups
    .map(({ title, pages }) => ({ title, pages: pages.filter(({ isFor }) => isFor?.(session) ?? true) }))
    .filter(({ pages }) => pages.length > 0)
}
