import { FilterChips } from '../ui/filter-chips.tsx'
import type { FiguresSearch } from './supervisor-search.ts'

const chips = [
  { value: '2h', label: 'Last 2 hours' },
  { value: '24h', label: 'Last 24 hours' },
] as const

export interface PeriodChipsProps {
  readonly period: FiguresSearch['period']
  readonly onChoose: (period: FiguresSearch['period']) => void
}

/** What the figures of a period are of; today, unless a chip is chosen. */
export function PeriodChips({ period, onChoose }: PeriodChipsProps) {
  return (
    <FilterChips
      label="Instead of today"
      chips={chips}
      chosen={period ?? null}
      onChoose={(chosen) => onChoose(chosen ?? undefined)}
    />
  )
}
