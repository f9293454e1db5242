import type { WorkItemView } from '@unified-routing/contract'
import { countOf } from '../ui/words.ts'

/** "Broken modem", "3 conversations", "2 conversations and 1 record". */
export function conversationsAndRecords(items: readonly WorkItemView[]): string {
  const [only] = items
  if (items.length === 1 && only !== undefined) return only.title
  const records = items.filter(({ kind }) => kind === 'record').length
  const conversations = items.length - records
  const parts = [
    ...(conversations > 0 ? [countOf(conversations, 'conversation')] : []),
    ...(records > 0 ? [countOf(records, 'record')] : []),
  ]
  return parts.join(' and ')
}
