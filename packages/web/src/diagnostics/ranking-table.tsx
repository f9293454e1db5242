import type { StageView } from '@unified-routing/contract'
import { useFullNames } from '../data/viewer.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Presence } from '../ui/presence-badge.tsx'

type Ranked = StageView['candidates'][number]

/** Who was considered at that instant, in the order in which they were. */
export function RankingTable({ candidates }: { readonly candidates: readonly Ranked[] }) {
  const nameOf = useFullNames()
  const columns: readonly Column<Ranked>[] = [
    { key: 'representative', header: 'Representative', render: (one) => nameOf(one.representative) },
    { key: 'presence', header: 'Presence', render: (one) => <Presence presence={one.presence} /> },
    { key: 'units', header: 'Units free', render: (one) => one.unitsFree },
    { key: 'rank', header: 'Ranked by', width: 'wide', render: (one) => one.rank },
  ]
  return (
    <DataTable
      label="Ranking at that instant"
      columns={columns}
      rows={candidates}
      rowKey={(one) => one.representative}
    />
  )
}
