import type { DirectLine } from '../direct-line/direct-line.ts'
import { RequestFailure } from '../direct-line/request.ts'
import type { Json } from '../json.ts'
import type { Texts } from '../texts.ts'
import { type Entry, type Transcript, withDelivery, withPending } from './transcript.ts'

export interface OutboxOptions {
  readonly texts: Texts
  readonly line: () => DirectLine | null
  readonly activity: (type: string, content: Json) => Json
  /** Changes what is shown of the conversation. */
  readonly change: (change: (transcript: Transcript) => Transcript) => void
}

/** What the customer has written and the server may not have yet. */
export class Outbox {
  readonly #options: OutboxOptions
  readonly #files = new Map<string, File>()

  constructor(options: OutboxOptions) {
    this.#options = options
  }

  /** Shows a message at once and sends it; under the same key it arrives once, however often it is sent. */
  hand(key: string, text: string, file: File | null = this.#files.get(key) ?? null): void {
    if (file !== null) this.#files.set(key, file)
    const attachments = file === null ? [] : [attachmentOf(file)]
    this.#options.change((transcript) => withPending(transcript, { key, text, attachments }))
    void this.#post(key, text, file)
  }

  async #post(key: string, text: string, file: File | null): Promise<void> {
    const { texts, activity } = this.#options
    try {
      const line = this.#options.line()
      if (line === null) throw new RequestFailure(0, '')
      const message = activity('message', { text, textFormat: 'plain', channelData: { clientActivityID: key } })
      await (file === null ? line.post(message) : line.upload(file, message))
      this.#files.delete(key)
      this.#settle(key, { delivery: 'sent', problem: null })
    } catch (error) {
      const isRefused = error instanceof RequestFailure && !error.isPassing && error.message !== ''
      this.#settle(key, { delivery: 'failed', problem: isRefused ? error.message : texts.failed })
    }
  }

  #settle(key: string, change: Pick<Entry, 'delivery' | 'problem'>): void {
    this.#options.change((transcript) => withDelivery(transcript, key, change))
  }
}

/** The transcript with what another page of the tab could not send. */
export function withUnsent(
  transcript: Transcript,
  { key, text }: Pick<Entry, 'key' | 'text'>,
  texts: Texts,
): Transcript {
  const pending = withPending(transcript, { key, text, attachments: [] })
  return withDelivery(pending, key, { delivery: 'failed', problem: texts.failed })
}

function attachmentOf({ name, type, size }: File): Entry['attachments'][number] {
  return { name, contentType: type, url: '', bytes: size }
}
