import { expect } from 'vitest'

export interface StreamEvent {
  readonly id: number
  readonly name: string
  readonly data: { readonly event: { readonly sequence: number }; readonly workItem: { readonly id: string } | null }
}

/** Reads a stream as a browser does. */
export class StreamReader {
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>
  private readonly decoder = new TextDecoder()
  private buffered = ''

  constructor(body: ReadableStream<Uint8Array>) {
    this.reader = body.getReader()
  }

  async next(): Promise<StreamEvent> {
    for (;;) {
      const end = this.buffered.indexOf('\n\n')
      if (end < 0) {
        const { value, done } = await this.reader.read()
        if (done) throw new Error('the stream has ended')
        this.buffered += this.decoder.decode(value, { stream: true })
        continue
      }
      const block = this.buffered.slice(0, end)
      this.buffered = this.buffered.slice(end + 2)
      const fields = new Map(
        block.split('\n').map((line) => [line.split(': ', 1)[0], line.slice(line.indexOf(': ') + 2)]),
      )
      if (fields.has('data'))
        return {
          id: Number(fields.get('id')),
          name: fields.get('event') ?? '',
          data: JSON.parse(fields.get('data') ?? ''),
        }
    }
  }

  async take(count: number): Promise<StreamEvent[]> {
    const events: StreamEvent[] = []
    while (events.length < count) events.push(await this.next())
    return events
  }

  close(): Promise<void> {
    return this.reader.cancel()
  }
}

export interface StreamRequest {
  readonly query?: string
  readonly after?: number
  /** Instead of a cookie. */
  readonly key?: string
}

/** Opens the live stream of a server, past its first word. */
export async function openStream(base: string, cookie: string, rest: StreamRequest = {}): Promise<StreamReader> {
  const { key } = rest
  const who = key === undefined ? { cookie } : { 'x-api-key': key }
  const headers = { ...who, ...(rest.after === undefined ? {} : { 'last-event-id': String(rest.after) }) }
  const reply = await fetch(`${base}/api/v1/live${rest.query ?? ''}`, { headers })
  if (reply.status !== 200 || reply.body === null) throw new Error(await reply.text())
  const reader = new StreamReader(reply.body)
  expect((await reader.next()).name).toBe('live.ready')
  return reader
}
