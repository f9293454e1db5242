import { BracesRegular, HistoryRegular } from '@fluentui/react-icons'
import type { SiteMapPage } from '../../shell/site-map.tsx'

export const configurationPages: readonly SiteMapPage[] = [
  { title: 'Export and import', icon: <BracesRegular />, link: { to: '/admin/configuration' } },
  { title: 'Versions', icon: <HistoryRegular />, link: { to: '/admin/versions' } },
]
