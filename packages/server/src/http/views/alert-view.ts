import { type AlertView, alertFigures } from '@unified-routing/contract'
import type { RaisedAlert } from '../../store/alerts.ts'
import { isoInstant, isoInstantOrNull } from './instants.ts'

export function viewAlert({ figure, raisedAt, resolvedAt, acknowledgedAt, ...alert }: RaisedAlert): AlertView {
  return {
    ...alert,
    figure: alertFigures.find((known) => known === figure) ?? 'waiting',
    raisedAt: isoInstant(raisedAt),
    resolvedAt: isoInstantOrNull(resolvedAt),
    acknowledgedAt: isoInstantOrNull(acknowledgedAt),
  }
}
