import { HeartPulseRegular } from '@fluentui/react-icons'
import type { SiteMapPage } from '../../shell/site-map.tsx'

/** What shows how routing does. */
export const insightPages: readonly SiteMapPage[] = [
  { title: 'Health check', icon: <HeartPulseRegular />, link: { to: '/admin/health' } },
]
