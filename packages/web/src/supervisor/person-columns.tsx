import { Text } from '@fluentui/react-components'
import type { FiguresView, MetricId, RepresentativeFiguresView, RepresentativeView } from '@unified-routing/contract'
import { defaultQueueNames } from '@unified-routing/routing'
import { useFullNames } from '../data/viewer.ts'
import { Elapsed } from '../ui/elapsed.tsx'
import { Glow } from '../ui/glow.tsx'
import { Presence } from '../ui/presence-badge.tsx'
import { RouterLink } from '../ui/router-links.tsx'
import type { GridColumn } from '../ui/row-grid.tsx'
import { figureColumn } from './figure-columns.tsx'
import styles from './figures.module.css'
import { isMetricId } from './is-metric-id.ts'

export interface PersonRow extends RepresentativeView {
  readonly figures: FiguresView
}

const noFigures: FiguresView = {}

export const personMetrics = [
  'answered',
  'averageHandleTime',
  'rejected',
  'missed',
] as const satisfies readonly MetricId[]

/** People with what they did; who did nothing has no figures. */
export function personRows(
  people: readonly RepresentativeView[],
  figures: RepresentativeFiguresView['items'],
): readonly PersonRow[] {
  const own = new Map(figures.map((row) => [row.representative, row.figures]))
  return people.map((person) => ({ ...person, figures: own.get(person.name) ?? noFigures }))
}

export const personColumns: readonly GridColumn<PersonRow>[] = [
  { key: 'fullName', header: 'Name', isSortable: true, render: ({ fullName }) => fullName },
  { key: 'presence', header: 'Presence', isSortable: true, render: (row) => <PresenceSince row={row} /> },
  {
    key: 'load',
    header: 'Load',
    width: 'figure',
    isSortable: true,
    render: (row) => <Glow of={loadText(row)}>{loadText(row)}</Glow>,
  },
  {
    key: 'work',
    header: 'Work',
    width: 'figure',
    isSortable: true,
    render: ({ name, fullName, load }) =>
      load === null || load.itemCount === 0 ? (
        '–'
      ) : (
        <RouterLink
          to="/supervisor/work"
          search={{ representative: name }}
          aria-label={`${load.itemCount} with ${fullName}`}
        >
          {load.itemCount}
        </RouterLink>
      ),
  },
  { key: 'queues', header: 'Queues', render: ({ queues }) => ownQueues(queues) },
  ...personMetrics.map((id) => figureColumn<PersonRow>(id)),
]

/** The default queues are everybody's and say nothing. */
function ownQueues(queues: readonly string[]): string {
  return queues.filter((name) => !standard.has(name)).join(', ')
}

const standard: ReadonlySet<string> = new Set(Object.values(defaultQueueNames))

function PresenceSince({ row }: { readonly row: PersonRow }) {
  const nameOf = useFullNames()
  const setter = row.presenceSetter === null ? setters[row.presenceSetBy] : `by ${nameOf(row.presenceSetter)}`
  return (
    <span className={styles.item}>
      <Glow of={row.presence}>
        <Presence presence={row.presence} basePresence={row.basePresence} />
      </Glow>
      {row.presenceChangedAt === null ? null : (
        <Text size={200} className={styles.quiet}>
          <Elapsed since={row.presenceChangedAt} /> · {setter}
        </Text>
      )}
    </span>
  )
}

const setters: Readonly<Record<RepresentativeView['presenceSetBy'], string>> = {
  system: 'by the system',
  manual: 'by hand',
  missedOffer: 'after a missed offer',
  rejectedOffer: 'after a rejected offer',
}

/** "6/15": units in use, of how many. */
function loadText({ load }: RepresentativeView): string {
  return load === null ? '–' : `${load.unitsLimit - load.unitsFree}/${load.unitsLimit}`
}

export function personValue(row: PersonRow, key: string): string | number | null | undefined {
  if (isMetricId(key)) return row.figures[key]
  if (key === 'presence') return row.presence
  if (key === 'work') return row.load?.itemCount
  if (key !== 'load') return row.fullName
  return row.load === null || row.load.unitsLimit === 0 ? null : 1 - row.load.unitsFree / row.load.unitsLimit
}
