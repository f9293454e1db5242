import { TableRegular } from '@fluentui/react-icons'
import type { SiteMapPage } from '../../shell/site-map.tsx'

/** Tables and their columns. */
export const dataPages: readonly SiteMapPage[] = [
  { title: 'Tables', icon: <TableRegular />, link: { to: '/admin/$noun', params: { noun: 'tables' } } },
]
