import {
  CalendarClockRegular,
  GaugeRegular,
  HatGraduationRegular,
  PeopleTeamRegular,
  PresenceAvailableRegular,
  TrayItemAddRegular,
} from '@fluentui/react-icons'
import type { SiteMapPage } from '../../shell/site-map.tsx'

/** In the order of the reference: channels, workstreams, queues, then what they refer to. */
export const customerSupportPages: readonly SiteMapPage[] = [
  { title: 'Queues', icon: <TrayItemAddRegular />, link: nounLink('queues') },
  { title: 'Skills', icon: <HatGraduationRegular />, link: nounLink('skills') },
  { title: 'Capacity profiles', icon: <GaugeRegular />, link: nounLink('capacity-profiles') },
  { title: 'Presence', icon: <PresenceAvailableRegular />, link: nounLink('presences') },
  { title: 'Operating hours', icon: <CalendarClockRegular />, link: nounLink('operating-hours') },
  { title: 'User groups', icon: <PeopleTeamRegular />, link: nounLink('user-groups') },
]

function nounLink(noun: string): SiteMapPage['link'] {
  return { to: '/admin/$noun', params: { noun } }
}
