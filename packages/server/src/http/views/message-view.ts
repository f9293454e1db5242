import type { MessageView } from '@unified-routing/contract'
import type { StoredMessage } from '../../store/reads.ts'
import { isoInstant } from './instants.ts'

export function viewMessage({ id, from, author, text, at }: StoredMessage): MessageView {
  return { id, from, author, text, at: isoInstant(at) }
}
