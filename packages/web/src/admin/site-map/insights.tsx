import { ClipboardTaskListLtrRegular, HeartPulseRegular } from '@fluentui/react-icons'
import { may } from '../../data/permissions.ts'
import type { SiteMapPage } from '../../shell/site-map.tsx'

/** What shows how routing does, and who did what to it. */
export const insightPages: readonly SiteMapPage[] = [
  { title: 'Health check', icon: <HeartPulseRegular />, link: { to: '/admin/health' } },
  {
    title: 'Audit log',
    icon: <ClipboardTaskListLtrRegular />,
    link: { to: '/admin/audit' },
    isFor: (session) => may(session, 'seeAudit'),
  },
]
