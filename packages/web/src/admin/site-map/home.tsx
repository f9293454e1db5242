import { HomeRegular } from '@fluentui/react-icons'
import type { SiteMapPage } from '../../shell/site-map.tsx'

/** Above the groups, without a heading. */
export const homePages: readonly SiteMapPage[] = [
  { title: 'Home', icon: <HomeRegular />, link: { to: '/admin', activeOptions: { exact: true } } },
]
