import { Button, Field, Select } from '@fluentui/react-components'
import { ArrowDownloadRegular, HistoryRegular } from '@fluentui/react-icons'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type MetricId, metrics } from '@unified-routing/contract'
import { useMemo } from 'react'
import { useFullNames, useOrganization } from '../data/viewer.ts'
import { downloadText } from '../ui/download-text.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { type GridColumn, RowGrid } from '../ui/row-grid.tsx'
import { Section } from '../ui/section.tsx'
import { Definitions } from './definitions.tsx'
import { FigureChart } from './figure-chart.tsx'
import { figureColumn } from './figure-columns.tsx'
import { FigureTiles } from './figure-tiles.tsx'
import styles from './figures.module.css'
import { HistoryFilters } from './history-filters.tsx'
import { reportQuery } from './history-query.ts'
import { groupWords, historyMetrics, keyText, ownMetrics, tableMetrics } from './history-words.ts'
import { type ReportLine, reportCsv } from './report-csv.ts'

const route = getRouteApi('/app/supervisor/history')

/** How the work went: volumes, waits, service level, handling, transfers and abandons, cut as one likes. */
export function HistoryPage() {
  const search = route.useSearch()
  const { timeZone } = useOrganization()
  const { data: report } = useSuspenseQuery(reportQuery(search, timeZone))
  const { by = 'day' } = search
  const isOwn = by === 'representative' || search.representative !== undefined
  const ids: readonly MetricId[] = isOwn ? ownMetrics : historyMetrics
  const nameOf = useFullNames()
  const lines = useMemo(
    () => report.items.map(({ key, figures }) => ({ name: keyText(by, { key, timeZone }, nameOf), figures })),
    [report, by, timeZone, nameOf],
  )
  const handleDownload = () => downloadText('history.csv', reportCsv(groupWords[by], ids, lines), 'text/csv')
  return (
    <Page
      title="History"
      lead="How the work went. Each thing counts on the day when it was over."
      commands={
        <>
          <Button appearance="subtle" icon={<ArrowDownloadRegular />} onClick={handleDownload}>
            Download as CSV
          </Button>
          <Definitions ids={ids} />
        </>
      }
    >
      <HistoryFilters />
      {lines.length === 0 ? (
        <EmptyState
          icon={<HistoryRegular />}
          title="Nothing happened"
          text="Work that came, was answered and was closed in these days is counted here."
        />
      ) : (
        <>
          <FigureTiles label="Altogether" ids={ids} figures={report.total} longestWaitSince={null} />
          <Chart ids={ids} lines={lines} />
          <Lines heading={groupWords[by]} ids={ids} lines={lines} />
        </>
      )}
    </Page>
  )
}

interface LinesProps {
  readonly ids: readonly MetricId[]
  readonly lines: readonly ReportLine[]
}

function Chart({ ids, lines }: LinesProps) {
  const { figure } = route.useSearch()
  const navigate = route.useNavigate()
  const shown = ids.find((id) => id === figure) ?? ids[0] ?? 'answered'
  return (
    <Section title={metrics[shown].name} lead={metrics[shown].definition}>
      <Field label="Figure of the chart" size="small" className={styles.chartChoice}>
        <Select
          size="small"
          value={shown}
          onChange={(_, { value }) =>
            void navigate({ replace: true, search: (before) => ({ ...before, figure: value }) })
          }
        >
          {ids.map((id) => (
            <option key={id} value={id}>
              {metrics[id].name}
            </option>
          ))}
        </Select>
      </Field>
      <FigureChart id={shown} lines={lines} />
    </Section>
  )
}

function Lines({ heading, ids, lines }: LinesProps & { readonly heading: string }) {
  const columns = useMemo<readonly GridColumn<ReportLine>[]>(
    () => [
      { key: 'name', header: heading, width: 'wide', render: ({ name }) => name },
      ...ids
        .filter((id) => tableMetrics.includes(id))
        .map((id) => ({ ...figureColumn<ReportLine>(id), isSortable: false })),
    ],
    [heading, ids],
  )
  return <RowGrid label="Figures" columns={columns} rows={lines} rowKey={({ name }) => name} />
}
