import { type FiguresView, type MetricId, metrics } from '@unified-routing/contract'
import type { GridColumn } from '../ui/row-grid.tsx'
import { Figure } from './figure-text.tsx'

/** A column for a figure, headed as the dictionary calls it. */
export function figureColumn<Row extends { readonly figures: FiguresView }>(id: MetricId): GridColumn<Row> {
  return {
    key: id,
    header: metrics[id].name,
    width: 'figure',
    isSortable: true,
    render: ({ figures }) => <Figure id={id} value={figures[id]} />,
  }
}
