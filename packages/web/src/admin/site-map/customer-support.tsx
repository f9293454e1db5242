import {
  AlertBadgeRegular,
  AlertOnRegular,
  BookOpenRegular,
  BotRegular,
  CalendarClockRegular,
  ChatMultipleRegular,
  ChatRegular,
  ChatSettingsRegular,
  ChatSparkleRegular,
  FlowRegular,
  GaugeRegular,
  HatGraduationRegular,
  PeopleRegular,
  PeopleTeamRegular,
  PersonChatRegular,
  PersonHeartRegular,
  PersonTagRegular,
  PresenceAvailableRegular,
  TagLockRegular,
  TagRegular,
  TimerRegular,
  TrayItemAddRegular,
} from '@fluentui/react-icons'
import type { SiteMapPage } from '../../shell/site-map.tsx'

/** In the order of the reference: channels, workstreams, queues, then what they refer to. */
export const customerSupportPages: readonly SiteMapPage[] = [
  { title: 'Channels', icon: <ChatMultipleRegular />, link: { to: '/admin/channels' } },
  { title: 'Live chat', icon: <ChatRegular />, link: nounLink('live-chat') },
  { title: 'Bots', icon: <BotRegular />, link: nounLink('bots') },
  { title: 'Automated messages', icon: <ChatSettingsRegular />, link: nounLink('automated-messages') },
  { title: 'Workstreams', icon: <FlowRegular />, link: nounLink('workstreams') },
  { title: 'Queues', icon: <TrayItemAddRegular />, link: nounLink('queues') },
  { title: 'Skills', icon: <HatGraduationRegular />, link: nounLink('skills') },
  { title: 'Capacity profiles', icon: <GaugeRegular />, link: nounLink('capacity-profiles') },
  { title: 'Presence', icon: <PresenceAvailableRegular />, link: nounLink('presences') },
  { title: 'Operating hours', icon: <CalendarClockRegular />, link: nounLink('operating-hours') },
  { title: 'User management', icon: <PeopleRegular />, link: { to: '/admin/users' } },
  { title: 'User groups', icon: <PeopleTeamRegular />, link: nounLink('user-groups') },
  { title: 'Playbooks', icon: <BookOpenRegular />, link: nounLink('playbooks') },
  { title: 'Quick replies', icon: <ChatSparkleRegular />, link: nounLink('quick-replies') },
  { title: 'Notification templates', icon: <AlertBadgeRegular />, link: nounLink('notification-templates') },
  { title: 'Nicknames', icon: <PersonChatRegular />, link: nounLink('nicknames') },
  { title: 'Disposition codes', icon: <TagRegular />, link: nounLink('disposition-codes') },
  { title: 'Required dispositions', icon: <TagLockRegular />, link: nounLink('required-dispositions') },
  { title: 'Service levels', icon: <TimerRegular />, link: nounLink('service-levels') },
  { title: 'Alerts', icon: <AlertOnRegular />, link: nounLink('alerts') },
  { title: 'Personas', icon: <PersonTagRegular />, link: { to: '/admin/personas' } },
  {
    title: 'Preferred representatives',
    icon: <PersonHeartRegular />,
    link: nounLink('preferred-representatives'),
  },
]

function nounLink(noun: string): SiteMapPage['link'] {
  return { to: '/admin/$noun', params: { noun } }
}
