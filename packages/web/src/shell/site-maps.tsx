import {
  BuildingRegular,
  LightbulbRegular,
  MailRegular,
  PersonRegular,
  TableRegular,
  TicketDiagonalRegular,
} from '@fluentui/react-icons'
import type { SessionView, TableView } from '@unified-routing/contract'
import type { ReactElement } from 'react'
import { adminSiteMap } from '../admin/site-map/admin-site-map.ts'
import { tableTitle } from '../records/table-words.ts'
import { supervisorSiteMap } from '../supervisor/supervisor-site-map.tsx'
import type { AppName } from './apps.ts'
import type { SiteMapGroup } from './site-map.tsx'

const tableIcons: Record<string, ReactElement> = {
  case: <TicketDiagonalRegular />,
  contact: <PersonRegular />,
  account: <BuildingRegular />,
  lead: <LightbulbRegular />,
  email: <MailRegular />,
}

interface SiteMapInput {
  readonly session: SessionView
  readonly tables: readonly TableView[]
}

const siteMaps: Record<AppName, (input: SiteMapInput) => readonly SiteMapGroup[]> = {
  records: ({ tables }) => [
    {
      title: null,
      pages: tables.toSorted(workFirst).map((table) => ({
        title: tableTitle(table),
        icon: tableIcons[table.name] ?? <TableRegular />,
        link: { to: '/tables/$table', params: { table: table.name } },
      })),
    },
  ],
  workspace: () => [],
  supervisor: () => supervisorSiteMap,
  diagnostics: () => [],
  admin: ({ session }) => adminSiteMap(session),
}

/** What is worked on comes before whom it is about. */
function workFirst(one: TableView, other: TableView): number {
  return rankOf(one) - rankOf(other)
}

function rankOf(table: TableView): number {
  if (table.name === 'case') return 0
  return table.queueEnabled ? 1 : 2
}

/** The pages of an application. One page alone needs no map. */
export function siteMapOf(app: AppName, input: SiteMapInput): readonly SiteMapGroup[] {
  return siteMaps[app](input)
}
