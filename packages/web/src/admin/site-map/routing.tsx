import { FlowchartRegular, SettingsRegular } from '@fluentui/react-icons'
import type { SiteMapPage } from '../../shell/site-map.tsx'

export const routingPages: readonly SiteMapPage[] = [
  { title: 'Unified routing', icon: <FlowchartRegular />, link: { to: '/admin/unified-routing' } },
  { title: 'Settings', icon: <SettingsRegular />, link: { to: '/admin/settings' } },
]
