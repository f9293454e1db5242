import { metrics, type SettingValue } from '@unified-routing/contract'

type AlertFigure = SettingValue<'alert'>['figure']

/** A threshold as figures are measured: milliseconds, shares, counts. */
export function thresholdOf({ figure, threshold }: Pick<SettingValue<'alert'>, 'figure' | 'threshold'>): number {
  const { unit } = metrics[figure]
  if (unit === 'duration') return threshold * 1_000
  return unit === 'share' ? threshold / 100 : threshold
}

/** Whether a figure is beyond what the alert allows, on its bad side. No figure is no alarm. */
export function isBeyond(figure: AlertFigure, value: number | null | undefined, threshold: number): value is number {
  if (value === null || value === undefined) return false
  return metrics[figure].better === 'more' ? value < threshold : value > threshold
}
