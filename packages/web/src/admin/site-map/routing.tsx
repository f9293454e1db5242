import { ArrowRoutingRegular, FlowchartRegular, SettingsRegular } from '@fluentui/react-icons'
import type { SiteMapPage } from '../../shell/site-map.tsx'

export const routingPages: readonly SiteMapPage[] = [
  { title: 'Unified routing', icon: <FlowchartRegular />, link: { to: '/admin/unified-routing' } },
  { title: 'Record routing', icon: <ArrowRoutingRegular />, link: { to: '/admin/record-routing' } },
  { title: 'Settings', icon: <SettingsRegular />, link: { to: '/admin/settings' } },
]
