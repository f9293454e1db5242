import { type AlertView, metrics } from '@unified-routing/contract'
import { figureText } from './figure-text.tsx'

/** "Longest wait 6:02, of 5:00". */
export function alertText({ figure, value, threshold }: AlertView): string {
  return `${metrics[figure].name} ${figureText(figure, value)}, of ${figureText(figure, threshold)}`
}
