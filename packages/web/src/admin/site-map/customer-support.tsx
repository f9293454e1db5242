import { HatGraduationRegular } from '@fluentui/react-icons'
import type { SiteMapPage } from '../../shell/site-map.tsx'

/** In the order of the reference: channels, workstreams, queues, then what they refer to. */
export const customerSupportPages: readonly SiteMapPage[] = [
  { title: 'Skills', icon: <HatGraduationRegular />, link: { to: '/admin/$noun', params: { noun: 'skills' } } },
]
