import { ClipboardTaskListLtrRegular } from '@fluentui/react-icons'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { AuditEntryView } from '@unified-routing/contract'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { MoreRows } from '../../ui/more-rows.tsx'
import { Page } from '../../ui/page.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { RouterLink } from '../../ui/router-links.tsx'
import { AuditFilters } from './audit-filters.tsx'
import { auditListQuery } from './audit-queries.ts'
import { auditFilterOf } from './audit-search.ts'
import { actionText, actorText } from './audit-words.ts'

const route = getRouteApi('/app/admin/audit')

/** Who changed what, when and from where. */
export function AuditPage() {
  const search = route.useSearch()
  const list = useSuspenseInfiniteQuery(auditListQuery(auditFilterOf(search)))
  const entries = list.data.pages.flatMap((page) => page.items)
  const isFiltered = Object.keys(search).length > 0
  return (
    <Page
      title="Audit log"
      lead="Changes of the configuration, accounts, keys, consent and licences, and who signed in or tried to. Entries are kept for good."
    >
      <AuditFilters />
      {entries.length === 0 ? (
        <EmptyState
          icon={<ClipboardTaskListLtrRegular />}
          title={isFiltered ? 'Nothing fits these filters' : 'Nothing on record yet'}
          text="Whoever changes the configuration, an account or a key leaves a line here."
        />
      ) : (
        <DataTable label="Audit log" columns={columns} rows={entries} rowKey={({ id }) => id} />
      )}
      <MoreRows
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </Page>
  )
}

const columns: readonly Column<AuditEntryView>[] = [
  {
    key: 'summary',
    header: 'What happened',
    width: 'wide',
    render: ({ id, summary }) => (
      <RouterLink to="/admin/audit/$id" params={{ id }}>
        {summary}
      </RouterLink>
    ),
  },
  { key: 'action', header: 'Kind', render: ({ action }) => actionText(action) },
  { key: 'by', header: 'Who', render: ({ by }) => actorText(by) },
  { key: 'ip', header: 'From', width: 'narrow', render: ({ ip }) => ip ?? 'The server' },
  { key: 'at', header: 'When', width: 'narrow', render: ({ at }) => <RelativeTime at={at} /> },
]
