import {
  AlertOnRegular,
  BoardRegular,
  DataTrendingRegular,
  HistoryRegular,
  PeopleRegular,
  TaskListSquareLtrRegular,
} from '@fluentui/react-icons'
import type { SiteMapGroup } from '../shell/site-map.tsx'

export const supervisorSiteMap: readonly SiteMapGroup[] = [
  {
    title: 'Live',
    pages: [
      { title: 'Queues', icon: <DataTrendingRegular />, link: { to: '/supervisor/queues' } },
      { title: 'Representatives', icon: <PeopleRegular />, link: { to: '/supervisor/representatives' } },
      {
        title: 'Conversations and records',
        icon: <TaskListSquareLtrRegular />,
        link: { to: '/supervisor/work' },
      },
      { title: 'Alerts', icon: <AlertOnRegular />, link: { to: '/supervisor/alerts' } },
      { title: 'Wall', icon: <BoardRegular />, link: { to: '/supervisor/wall' } },
    ],
  },
  {
    title: 'Past',
    pages: [{ title: 'History', icon: <HistoryRegular />, link: { to: '/supervisor/history' } }],
  },
]
