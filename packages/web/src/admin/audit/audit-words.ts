import type { AuditEntryView } from '@unified-routing/contract'
import { labelOf } from '../../ui/words.ts'

/** What happened, as a filter and a column name it. */
export function actionText(action: string): string {
  return labelOf(action)
}

/** Who did it, for people. */
export function actorText({ kind, name }: AuditEntryView['by']): string {
  if (kind === 'apiKey') return `${name} (API key)`
  return kind === 'nobody' ? `${name} (not signed in)` : name
}
