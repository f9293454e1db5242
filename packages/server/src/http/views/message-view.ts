import type { MessageView } from '@unified-routing/contract'
import type { Receipt, StoredMessage } from '../../store/reads.ts'
import { isoInstant } from './instants.ts'

/** Nothing has reached the customer yet. */
export const nothingReceived: Receipt = { delivered: 0, read: 0 }

export function viewMessage(message: StoredMessage, receipt: Receipt): MessageView {
  const { id, from, author, kind, text, attachments, at, number } = message
  return { id, from, author, kind, text, attachments, at: isoInstant(at), number, delivery: delivery(message, receipt) }
}

function delivery({ from, kind, number }: StoredMessage, { delivered, read }: Receipt): MessageView['delivery'] {
  if (from === 'customer' || kind === 'note') return null
  if (number <= read) return 'read'
  return number <= delivered ? 'delivered' : 'sent'
}
