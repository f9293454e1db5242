import { Badge } from '@fluentui/react-components'
import { HistoryRegular } from '@fluentui/react-icons'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import type { ConfigurationVersionView } from '@unified-routing/contract'
import { useConfiguration } from '../../data/use-change-configuration.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { MoreRows } from '../../ui/more-rows.tsx'
import { Page } from '../../ui/page.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { RouterLink } from '../../ui/router-links.tsx'
import { versionListQuery } from './version-queries.ts'
import { countsText, kindText } from './version-words.ts'

/** Every configuration that was in force: who made it, when, why, and how much it changed. */
export function VersionsPage() {
  const list = useSuspenseInfiniteQuery(versionListQuery)
  const { version } = useConfiguration()
  const versions = list.data.pages.flatMap((page) => page.items)
  return (
    <Page
      title="Versions"
      lead="Each change of the configuration makes a version. Open one to see what it changed, to take it back, or to go back to it."
    >
      {versions.length === 0 ? (
        <EmptyState
          icon={<HistoryRegular />}
          title="No versions yet"
          text="The first change of the configuration makes version 1."
        />
      ) : (
        <DataTable label="Versions" columns={columnsFor(version)} rows={versions} rowKey={(row) => `${row.version}`} />
      )}
      <MoreRows
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </Page>
  )
}

function columnsFor(present: number): readonly Column<ConfigurationVersionView>[] {
  return [
    {
      key: 'version',
      header: 'Version',
      width: 'narrow',
      render: ({ version }) => (
        <>
          <RouterLink to="/admin/versions/$version" params={{ version }}>
            {version}
          </RouterLink>{' '}
          {version === present ? <Badge appearance="tint">In force</Badge> : null}
        </>
      ),
    },
    { key: 'at', header: 'When', width: 'narrow', render: ({ at }) => <RelativeTime at={at} /> },
    { key: 'by', header: 'Who', width: 'narrow', render: ({ by }) => by ?? 'The server' },
    { key: 'what', header: 'What', render: (version) => `${kindText(version)}${countsText(version)}` },
    { key: 'note', header: 'Note', render: ({ note }) => note ?? '' },
  ]
}
