import { FlowchartRegular } from '@fluentui/react-icons'
import type { SiteMapPage } from '../../shell/site-map.tsx'

export const routingPages: readonly SiteMapPage[] = [
  { title: 'Unified routing', icon: <FlowchartRegular />, link: { to: '/admin/unified-routing' } },
]
