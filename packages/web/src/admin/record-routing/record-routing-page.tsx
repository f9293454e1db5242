import { TableRegular } from '@fluentui/react-icons'
import type { Configuration } from '@unified-routing/routing'
import { tableCatalog } from '@unified-routing/routing'
import { useConfiguration } from '../../data/use-change-configuration.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { RouterLink } from '../../ui/router-links.tsx'
import { countOf } from '../../ui/words.ts'

interface Line {
  readonly table: string
  readonly title: string
  readonly rules: number
  readonly workstreams: readonly string[]
  readonly isRouted: boolean
}

const columns: readonly Column<Line>[] = [
  {
    key: 'title',
    header: 'Record type',
    render: ({ table, title }) => (
      <RouterLink to="/admin/record-routing/$table" params={{ table }}>
        {title}
      </RouterLink>
    ),
  },
  {
    key: 'rules',
    header: 'Intake rules',
    render: ({ rules }) => (rules === 0 ? 'None: not routed' : countOf(rules, 'rule')),
  },
  {
    key: 'workstreams',
    header: 'Workstreams',
    width: 'wide',
    render: ({ workstreams }) => workstreams.join(', ') || '–',
  },
  { key: 'created', header: 'Routed when created by API', render: ({ isRouted }) => (isRouted ? 'Yes' : 'No') },
]

/** The record types whose rows can be routed, with the way into their intake rules. */
export function RecordRoutingPage() {
  const { document } = useConfiguration()
  const lines = linesOf(document)
  return (
    <Page
      title="Record routing"
      lead="Every table whose rows may be added to a queue. Its intake rules say which workstream takes a row."
    >
      {lines.length === 0 ? (
        <EmptyState
          icon={<TableRegular />}
          title="No record types"
          text="Tables whose rows may be added to a queue belong here."
        />
      ) : (
        <DataTable label="Record types" columns={columns} rows={lines} rowKey={({ table }) => table} />
      )}
    </Page>
  )
}

function linesOf(configuration: Configuration): readonly Line[] {
  return [...tableCatalog(configuration.tables).values()]
    .filter(({ queueEnabled }) => queueEnabled)
    .map(({ name, displayName }) => {
      const type = configuration.recordTypes?.find(({ table }) => table === name)
      const rules = type?.intakeRules ?? []
      return {
        table: name,
        title: displayName,
        rules: rules.length,
        workstreams: [...new Set(rules.map(({ workstream }) => workstream))],
        isRouted: type?.routeOnCreate ?? false,
      }
    })
}
