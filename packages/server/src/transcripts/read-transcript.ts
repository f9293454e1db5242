import { isTimeZone } from '@unified-routing/contract'
import type { Services } from '../http/services.ts'
import type { StoredMessage } from '../store/reads.ts'
import { type TranscriptParts, writeTranscript } from './transcript.ts'

const MESSAGES_PER_READ = 500
const READS_MAX = 20

export interface TranscriptWish extends Pick<TranscriptParts, 'title' | 'nameOf' | 'locale'> {
  readonly conversation: string
  /** Of the reader; null: that of the organization. */
  readonly timeZone: string | null
}

/** The transcript of a conversation, notes left out.
 *
 * Limits: 10,000 messages; what came later is left out, and the transcript says so. */
export async function readTranscript(
  { conversation, timeZone, ...wish }: TranscriptWish,
  { reads, catalogs }: Pick<Services, 'reads' | 'catalogs'>,
): Promise<string> {
  const { messages, isCut } = await readAll(conversation, reads)
  const known = timeZone !== null && isTimeZone(timeZone) ? timeZone : catalogs().organization.timeZone
  return writeTranscript({ ...wish, messages, isCut, timeZone: known })
}

async function readAll(conversation: string, reads: Services['reads']) {
  const messages: StoredMessage[] = []
  let after = 0
  for (let n = 0; n < READS_MAX; n++) {
    const found = await reads.messages({ workItem: conversation, after, limit: MESSAGES_PER_READ })
    messages.push(...found.filter(({ kind }) => kind === 'message'))
    if (found.length < MESSAGES_PER_READ) return { messages, isCut: false }
    after = found.at(-1)?.number ?? after
  }
  return { messages, isCut: true }
}
