import { type FiguresView, type MetricId, metrics } from '@unified-routing/contract'
import { unparse } from 'papaparse'
import { guardFormula } from '../admin/users/csv-cell.ts'

const BYTE_ORDER_MARK = '\uFEFF'

export interface ReportLine {
  readonly name: string
  readonly figures: FiguresView
}

/** A report as a table for spreadsheets: durations in seconds, shares from 0 to 1, and no name is taken for a formula. */
export function reportCsv(heading: string, ids: readonly MetricId[], lines: readonly ReportLine[]): string {
  const heads = [heading, ...ids.map(headOf)]
  const rows = lines.map(({ name, figures }) => [name, ...ids.map((id) => cellOf(id, figures[id]))])
  return `${BYTE_ORDER_MARK}${unparse([heads, ...rows].map((cells) => cells.map(guardFormula)))}\r\n`
}

function headOf(id: MetricId): string {
  const { name, unit } = metrics[id]
  return unit === 'duration' ? `${name} (seconds)` : name
}

function cellOf(id: MetricId, value: number | null | undefined): string {
  if (value === null || value === undefined) return ''
  return String(metrics[id].unit === 'duration' ? Math.round(value / 100) / 10 : value)
}
